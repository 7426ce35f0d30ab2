package dev.envlens.check;

import dev.envlens.link.Paths;
import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that the service takes for environments: letters, digits, {@code -}, {@code _} and
 * {@code .}, beginning with a letter or digit, at most {@value #MAX_LENGTH} of them, and not one of
 * Microsoft's. Letters and digits are ASCII.
 */
public final class EnvironmentName {

  static final int MAX_LENGTH = 255;

  private static final List<String> RESERVED = List.of("microsoft", "azureml");

  /** Names of files that say nothing about the environment in them. */
  private static final List<String> GENERIC =
      List.of("environment", "env", "azureml_environment", "azureml-environment", "conda");

  private EnvironmentName() {}

  static boolean isValid(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_LENGTH
        && isAlphanumeric(name.charAt(0))
        && name.chars().allMatch(EnvironmentName::isAllowed);
  }

  /** The reserved beginning of {@code name}, as written there. */
  static Optional<String> reservedPrefix(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return RESERVED.stream()
        .filter(lower::startsWith)
        .findFirst()
        .map(prefix -> name.substring(0, prefix.length()));
  }

  /** Why the service refuses {@code name}, as a sentence; empty where it takes it. */
  public static Optional<String> fault(String name) {
    return isValid(name)
        ? reservedPrefix(name).map(ReservedName::message)
        : Optional.of(InvalidName.message(name));
  }

  /** The valid name nearest to {@code text}, if anything is left of it; none made of a secret. */
  public static Optional<String> slug(String text) {
    if (!Secrets.mask(text).equals(text)) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
    var result = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (isAllowed(c)) {
        result.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && result.length() > 0
          && result.charAt(result.length() - 1) != '-') {
        result.append('-');
      }
    }
    String free = withoutReserved(trimmed(result.toString()));
    String slug = trimmed(free.substring(0, Math.min(free.length(), MAX_LENGTH)));
    return isValid(slug) ? Optional.of(slug) : Optional.empty();
  }

  /** A name for the environment in {@code file}: the file's, or its folder's. */
  public static Optional<String> of(URI file) {
    String name = Paths.name(file);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    if (GENERIC.contains(stem.toLowerCase(Locale.ROOT))) {
      return Paths.folder(file)
          .map(Paths::name)
          .flatMap(EnvironmentName::slug)
          .or(() -> slug(stem));
    }
    return slug(stem);
  }

  private static String withoutReserved(String name) {
    String rest = name;
    var prefix = reservedPrefix(rest);
    while (prefix.isPresent()) {
      rest = trimmed(rest.substring(prefix.get().length()));
      prefix = reservedPrefix(rest);
    }
    return rest;
  }

  /** Without what may not stand at the start, or looks odd at the end. */
  private static String trimmed(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && !isAlphanumeric(name.charAt(start))) {
      start++;
    }
    while (end > start && !isAlphanumeric(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(start, end);
  }

  private static boolean isAllowed(int c) {
    return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
