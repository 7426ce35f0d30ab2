package dev.envlens.feature;

import java.util.List;
import java.util.stream.Stream;

/** Packages that may be meant, wherever they are known from. Answers at once, from memory. */
public interface KnownPackages {

  /**
   * A package.
   *
   * @param name as {@code installer} knows it
   * @param about one line: what it is, or where it was seen
   */
  record KnownPackage(String name, String about) {}

  /** The packages that {@code installer} can install, the most useful first. */
  Stream<KnownPackage> packages(Installer installer);

  /**
   * The versions of a package that are known to exist, in any order.
   *
   * @param name in any spelling
   */
  List<String> versions(String name, Installer installer);

  /** What either knows. */
  default KnownPackages and(KnownPackages other) {
    var one = this;
    return new KnownPackages() {
      @Override
      public Stream<KnownPackage> packages(Installer installer) {
        return Stream.concat(one.packages(installer), other.packages(installer));
      }

      @Override
      public List<String> versions(String name, Installer installer) {
        return Stream.concat(
                one.versions(name, installer).stream(), other.versions(name, installer).stream())
            .distinct()
            .toList();
      }
    };
  }
}
