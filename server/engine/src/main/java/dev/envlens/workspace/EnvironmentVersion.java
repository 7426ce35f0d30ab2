package dev.envlens.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One version of a registered environment. */
public record EnvironmentVersion(Id id, Content content, Notes notes, History history) {

  /** What it is called. Versions are text: {@code 1}, {@code 22.02-py3}. */
  public record Id(String name, String version) {

    /** {@code NAME:VERSION}. */
    public String label() {
      return name + ":" + version;
    }
  }

  /**
   * What decides its image.
   *
   * @param kind {@code curated}, {@code user-managed} or {@code system-managed}
   * @param hash 64 lower-case hex digits
   * @param canonicalJson what was hashed
   * @param definition the path, among {@code files}, of the environment's YAML
   * @param files all that the definition needs, in a folder of its own; hashing the definition
   *     there gives {@code hash}; sorted by path
   */
  public record Content(
      String kind, String hash, String canonicalJson, String definition, List<StoredFile> files) {
    public Content {
      files = files.stream().sorted(Comparator.comparing(StoredFile::path)).toList();
    }
  }

  /** What can be changed without making a new version. */
  public record Notes(
      String description, Map<String, String> tags, Map<String, String> properties) {
    public Notes {
      tags = Map.copyOf(tags);
      properties = Map.copyOf(properties);
    }
  }

  /**
   * Who, when and from where.
   *
   * @param source where the definition came from, in words: a path, a path at a revision
   * @param modified when the notes were changed last; {@code created} when never
   */
  public record History(
      Instant created, String createdBy, Instant modified, String source, boolean archived) {}
}
