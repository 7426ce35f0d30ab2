package dev.envlens.feature;

import dev.envlens.conda.CondaVersion;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.link.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The environment files of the workspace by the names that they define. Answers at once, from
 * memory.
 */
public interface KnownEnvironments {

  /**
   * An environment that a file defines.
   *
   * @param version as written; empty when Azure is to number it
   * @param place where it is defined: its name in its file
   * @param hash its hash, 64 hex digits; empty when there is none, or when it isn't known yet
   */
  record Defined(String name, Optional<String> version, Place place, Optional<String> hash) {

    /** One of which no hash is known. */
    public Defined(String name, Optional<String> version, Place place) {
      this(name, version, place, Optional.empty());
    }
  }

  /** The files' environments called {@code name}, in no certain order. */
  List<Defined> named(String name);

  /** For where no workspace is known. */
  static KnownEnvironments none() {
    return name -> List.of();
  }

  /**
   * The definitions that {@code target} may mean: those of its version, else those that leave the
   * version to Azure; the newest where it asks for no version. Nothing of a registry is known.
   */
  default List<Defined> meantBy(ReferenceTarget.Named target) {
    if (target.registry().isPresent()) {
      return List.of();
    }
    var named = named(target.name());
    if (target.version().isPresent()) {
      var same = named.stream().filter(one -> one.version().equals(target.version())).toList();
      return same.isEmpty() ? named.stream().filter(one -> one.version().isEmpty()).toList() : same;
    }
    if (target.label().filter(label -> !label.equals("latest")).isPresent()) {
      return named;
    }
    return newest(named).map(List::of).orElse(named);
  }

  /**
   * The one with the highest version; none where some file leaves its version open, for that may be
   * higher still.
   */
  static Optional<Defined> newest(List<Defined> named) {
    if (named.stream().anyMatch(one -> version(one).isEmpty())) {
      return Optional.empty();
    }
    return named.stream().max(Comparator.comparing((Defined one) -> version(one).orElseThrow()));
  }

  private static Optional<CondaVersion> version(Defined defined) {
    return defined.version().flatMap(CondaVersion::parse);
  }
}
