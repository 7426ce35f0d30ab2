package dev.envlens.index;

import dev.envlens.definition.Form;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An environment that a file defines.
 *
 * @param named what it is registered as
 * @param pointer the JSON pointer of the place within its document
 * @param anchor where what concerns it as a whole is shown: its name, or its first key
 * @param identity its image
 */
public record DefinedEnvironment(
    Named named, Form form, String pointer, Site anchor, Identity identity) {

  /**
   * A name and version.
   *
   * @param name empty where there is none, or where it counts for nothing: inline
   */
  public record Named(Optional<String> name, Optional<String> version) {}

  /**
   * The image that a definition leads to.
   *
   * @param hash 64 lower-case hex digits; empty when there is none, or when it isn't known yet
   * @param orderFree the hash that it would have if what it lists were sorted
   */
  public record Identity(Optional<String> hash, Optional<String> orderFree) {

    static final Identity UNKNOWN = new Identity(Optional.empty(), Optional.empty());

    Stream<String> marks() {
      return Stream.concat(hash.stream(), orderFree.stream());
    }
  }

  public URI file() {
    return anchor.file();
  }

  public Optional<String> name() {
    return named.name();
  }

  public Optional<String> version() {
    return named.version();
  }

  /** Whether both stand at one place. */
  boolean isAt(URI file, String otherPointer, Site other) {
    return file().equals(file) && pointer.equals(otherPointer) && anchor.equals(other);
  }
}
