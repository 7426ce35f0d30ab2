package dev.envlens.definition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The identity of the image that a definition leads to. Definitions with the same hash share one
 * image, whatever they are called. It is envlens's own, described in docs/hash.md exactly enough to
 * implement it again; the service's is not published.
 *
 * @param hex SHA-256 of {@code canonicalJson} in UTF-8: 64 lower-case hex digits
 * @param canonicalJson the parts as canonical JSON (RFC 8785)
 * @param parts the digest of each part that there is, in the order image, docker, conda, spark, os
 */
public record DefinitionHash(String hex, String canonicalJson, List<Part> parts) {

  /** The version of the rules: it rises when the same definition would be written otherwise. */
  private static final String FORM = "1";

  public DefinitionHash {
    parts = List.copyOf(parts);
  }

  /**
   * One part of a definition.
   *
   * @param name {@code image}, {@code docker}, {@code conda}, {@code spark} or {@code os}
   * @param digest SHA-256 of the part's own canonical JSON: 64 lower-case hex digits
   */
  public record Part(String name, String digest) {}

  /** The hash of {@code input}. Never fails. */
  public static DefinitionHash of(HashInput input) {
    Map<String, String> form = HashForm.of(input);
    List<Part> parts =
        form.entrySet().stream()
            .map(part -> new Part(part.getKey(), HexDigest.SHA_256.of(part.getValue())))
            .toList();
    form.put("form", FORM);
    String canonical = object(form);
    return new DefinitionHash(HexDigest.SHA_256.of(canonical), canonical, parts);
  }

  /** The canonical object of canonical values, under names that need no escape. */
  private static String object(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** The first eight digits, for people. */
  public String short8() {
    return hex.substring(0, 8);
  }

  /** Where the image stands in a registry: {@code azureml/azureml_} and the first 32 digits. */
  public String repository() {
    return repository(hex);
  }

  /**
   * The same for a hash by itself.
   *
   * @param hex 64 digits
   */
  public static String repository(String hex) {
    return "azureml/azureml_" + hex.substring(0, 32);
  }
}
