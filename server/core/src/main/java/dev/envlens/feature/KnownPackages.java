package dev.envlens.feature;

import java.util.List;
import java.util.function.Predicate;
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

  /**
   * The packages that {@code installer} can install, the most useful first.
   *
   * @param wanted which names
   * @param most how many at most
   */
  List<KnownPackage> packages(Installer installer, Predicate<String> wanted, int most);

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
      public List<KnownPackage> packages(Installer installer, Predicate<String> wanted, int most) {
        return Stream.of(one, other)
            .flatMap(known -> known.packages(installer, wanted, most).stream())
            .toList();
      }

      @Override
      public List<String> versions(String name, Installer installer) {
        return Stream.of(one, other)
            .flatMap(known -> known.versions(name, installer).stream())
            .distinct()
            .toList();
      }
    };
  }
}
