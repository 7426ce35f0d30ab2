package dev.envlens.conda;

import dev.envlens.conda.MatchSpec.Source;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Reads a match specification that is the URL or the path of one conda package file. */
final class CondaFiles {

  private static final List<String> ENDINGS = List.of(".conda", ".tar.bz2");
  private static final List<String> SCHEMES =
      List.of("https://", "http://", "file://", "ftp://", "s3://");

  private CondaFiles() {}

  /** The specification, when {@code text} is of that kind; empty when it is of another. */
  static Optional<MatchSpec> read(String text) {
    var cursor = new Cursor(text);
    cursor.skipSpaces();
    var location = cursor.take(c -> !Characters.isSpace(c) && c != '#' && c != '[');
    boolean isFile =
        ENDINGS.stream().anyMatch(e -> endsWith(location.text(), e))
            && !DirectReference.isVcs(location.text());
    if (!isFile) {
      if (SCHEMES.stream().anyMatch(scheme -> startsWith(location.text(), scheme))
          && !location.text().contains("::")) {
        throw Fault.at(
            location.range(),
            "A URL among conda dependencies is that of a package file, which ends in "
                + ".conda or .tar.bz2. List anything else under 'pip:'.");
      }
      return Optional.empty();
    }
    // What follows a # at once is the file's checksum.
    cursor.take(c -> !Characters.isSpace(c));
    cursor.skipSpaces();
    if (!cursor.isDone() && cursor.peek() != '#') {
      throw Fault.at(
          cursor.rest(), "Nothing can follow the location of a package file. Remove it.");
    }
    return Optional.of(named(text, location));
  }

  private static MatchSpec named(String text, Part location) {
    var path = location.text();
    int from =
        location.range().start() + 1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    int ending = endsWith(path, ".conda") ? ".conda".length() : ".tar.bz2".length();
    int to = location.range().end() - ending;
    int lastDash = to > from ? text.lastIndexOf('-', to - 1) : -1;
    int firstDash = lastDash > from ? text.lastIndexOf('-', lastDash - 1) : -1;
    if (firstDash <= from) {
      throw notAPackage(from, location);
    }
    var version = Part.of(text, firstDash + 1, lastDash);
    var spec =
        CondaVersion.parse(version.text())
            .map(v -> new VersionSpec(version.text(), new Constraint.Exact(v)))
            .orElseThrow(() -> notAPackage(from, location));
    return new MatchSpec(
        new Source(Optional.empty(), Optional.empty(), Optional.of(location)),
        Part.of(text, from, firstDash),
        Optional.of(new MatchSpec.Version(spec, version.range())),
        Optional.of(Part.of(text, lastDash + 1, to)),
        List.of());
  }

  private static Fault notAPackage(int from, Part location) {
    return Fault.at(
        new TextRange(from, location.range().end()),
        "A conda package file is called name-version-build, such as 'zlib-1.3.1-0.conda'.");
  }

  private static boolean startsWith(String text, String start) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }

  private static boolean endsWith(String text, String end) {
    return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
  }
}
