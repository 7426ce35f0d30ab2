package dev.envlens.contents;

import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledPackage.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that there is to say of an image, or that there is none.
 *
 * @param reference what was looked for
 * @param hash of the definition that it belongs to, where that is known
 * @param image empty when the engine has none
 * @param base the base image that it was built from, where it was built here
 */
public record ImageReport(
    String reference,
    Optional<String> hash,
    Optional<ImageDetails> image,
    Optional<BuiltImage.Base> base,
    Optional<ImageContents> contents) {

  /** Whether the engine has the image. */
  public boolean exists() {
    return image.isPresent();
  }

  /** The registry that it came from or went to; empty where it is only here. */
  public Optional<String> registry() {
    return image.stream()
        .flatMap(details -> details.digests().stream())
        .map(digest -> digest.substring(0, Math.max(0, digest.indexOf('/'))))
        .filter(host -> host.contains(".") || host.contains(":") || host.equals("localhost"))
        .findFirst();
  }

  /** {@code sha256:…} by which a registry knows it. */
  public Optional<String> digest() {
    return image.stream()
        .flatMap(details -> details.digests().stream())
        .map(digest -> digest.substring(digest.indexOf('@') + 1))
        .findFirst();
  }

  /** How many packages {@code origin} installed in the environment's own prefix or the system. */
  public long count(Origin origin) {
    return contents.stream()
        .flatMap(found -> found.own().stream())
        .filter(found -> found.origin() == origin)
        .count();
  }

  /**
   * As JSON has it: texts, numbers, booleans, lists and maps, without secrets.
   *
   * @param packages whether they are listed
   */
  public Map<String, Object> description(boolean packages) {
    var json = new LinkedHashMap<String, Object>();
    json.put("reference", reference);
    json.put("hash", hash.orElse(null));
    json.put("exists", exists());
    json.put("registry", registry().orElse(null));
    json.put("digest", digest().orElse(null));
    json.put("image", image.map(ImageDetails::description).orElse(null));
    json.put(
        "base",
        base.<Map<String, Object>>map(
                from -> Map.of("reference", from.reference(), "digest", from.digest()))
            .orElse(null));
    json.put("prefix", contents.flatMap(ImageContents::prefix).orElse(null));
    json.put("python", contents.flatMap(ImageContents::python).orElse(null));
    json.put("system", contents.flatMap(ImageContents::os).orElse(null));
    if (packages) {
      List<Map<String, Object>> list = new ArrayList<>();
      contents.ifPresent(found -> found.packages().forEach(one -> list.add(description(one))));
      json.put("packages", list);
    }
    return json;
  }

  private static Map<String, Object> description(FoundPackage found) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", found.installed().name());
    json.put("version", found.installed().version());
    json.put("origin", found.installed().origin().name().toLowerCase(Locale.ROOT));
    json.put("channel", found.installed().channel().orElse(null));
    json.put("prefix", found.prefix());
    json.put("requested", found.requested());
    return json;
  }
}
