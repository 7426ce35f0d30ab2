package dev.envlens.conda;

import dev.envlens.conda.MatchSpec.Attribute;
import dev.envlens.conda.MatchSpec.Source;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * Reads a conda match specification in any of its forms but that of a file ({@link CondaFiles}).
 */
final class MatchSpecReader {

  private final String text;
  private final Cursor cursor;

  private MatchSpecReader(String text, int end) {
    this.text = text;
    this.cursor = new Cursor(text, 0, end);
  }

  static MatchSpec read(String text) {
    var file = CondaFiles.read(text);
    if (file.isPresent()) {
      return file.get();
    }
    int comment = text.indexOf('#');
    return new MatchSpecReader(text, comment < 0 ? text.length() : comment).spec();
  }

  private MatchSpec spec() {
    cursor.skipSpaces();
    PipOnly.refuse(text, cursor.rest());
    var source = new ChannelReader(text, cursor).read();
    cursor.skipSpaces();
    var name = name();
    cursor.skipSpaces();
    var version = version();
    var build = build();
    cursor.skipSpaces();
    var attributes = cursor.peek() == '[' ? attributes(name) : List.<Attribute>of();
    cursor.skipSpaces();
    if (!cursor.isDone()) {
      throw unexpected();
    }
    return merged(source, name, version, build, attributes);
  }

  private Part name() {
    int start = cursor.position();
    if (cursor.peek() == '^') {
      var regex = cursor.take(c -> !Characters.isSpace(c) && c != '[' && c != '=');
      if (regex.text().endsWith("$")) {
        return regex;
      }
      cursor.advance(start - cursor.position());
    }
    var name = cursor.take(c -> !endsName(c));
    if (name.text().isEmpty()) {
      throw Fault.at(
          new TextRange(start, Math.min(start + 1, cursor.end())),
          "A package name is missing here. Write it before the version, such as 'numpy=1.26.4'.");
    }
    char first = name.text().charAt(0);
    if (!Characters.areAll(name.text(), c -> Characters.isInName(c) || c == '*')
        || first == '-'
        || first == '.') {
      throw badName(name);
    }
    return name;
  }

  private static boolean endsName(char c) {
    return Characters.isSpace(c) || Characters.isOperator(c) || c == '[';
  }

  private Fault badName(Part name) {
    var bare = name.text().replace("\"", "").replace("'", "");
    if (!bare.equals(name.text()) && !bare.isEmpty()) {
      return Fault.mendable(
          name.range(),
          "A package name has no quotes. Remove them.",
          TextEdit.replace(name.range(), bare));
    }
    if (name.text().endsWith(",") || name.text().endsWith(";")) {
      var end = new TextRange(name.range().end() - 1, name.range().end());
      return Fault.mendable(
          end,
          "'%s' can't follow a package name. Remove it.".formatted(end.of(text)),
          TextEdit.delete(end));
    }
    return Fault.at(
        name.range(),
        ("%s isn't a package name: one begins with a letter, a digit "
                + "or '_' and goes on with these, '-' and '.'.")
            .formatted(Fault.quoted(name.text())));
  }

  private Optional<MatchSpec.Version> version() {
    if (cursor.isDone() || cursor.peek() == '[') {
      return Optional.empty();
    }
    int start = cursor.position();
    var spec = new VersionSpecReader(cursor).read();
    return Optional.of(
        new MatchSpec.Version(spec, new TextRange(start, start + spec.text().length())));
  }

  private Optional<Part> build() {
    boolean spaced = Characters.isSpace(cursor.peek());
    cursor.skipSpaces();
    int start = cursor.position();
    boolean joined = cursor.accept('=');
    cursor.skipSpaces();
    if (!joined && !(spaced && isBuild(cursor.peek()))) {
      return Optional.empty();
    }
    var build = cursor.take(MatchSpecReader::isBuild);
    if (build.text().isEmpty()) {
      throw Fault.mendable(
          new TextRange(start, start + 1),
          "No build string follows the last '='. Write one, or remove the '='.",
          TextEdit.delete(new TextRange(start, start + 1)));
    }
    return Optional.of(build);
  }

  private static boolean isBuild(char c) {
    return c != Cursor.END
        && !Characters.isSpace(c)
        && !Characters.isOperator(c)
        && ",|[]()\"';@-".indexOf(c) < 0;
  }

  private List<Attribute> attributes(Part name) {
    return new BracketReader(cursor, name.text()).read();
  }

  private MatchSpec merged(
      Source source,
      Part name,
      Optional<MatchSpec.Version> version,
      Optional<Part> build,
      List<Attribute> attributes) {
    if (attributes.isEmpty()) {
      return new MatchSpec(
          source, name, version.map(v -> build.isPresent() ? exact(v) : v), build, attributes);
    }
    // What stands in brackets overrides what stands before them.
    var bracketVersion = attribute(attributes, "version").map(this::bracketVersion);
    var bracketBuild = attribute(attributes, "build");
    var finalBuild = bracketBuild.or(() -> build);
    var whole =
        new Source(
            attribute(attributes, "channel").or(source::channel),
            attribute(attributes, "subdir").or(source::subdir),
            Optional.empty());
    return new MatchSpec(
        whole,
        attribute(attributes, "name").orElse(name),
        bracketVersion.or(() -> version.map(v -> build.isPresent() ? exact(v) : v)),
        finalBuild,
        attributes);
  }

  /** With a build string behind it, {@code =V} is V alone. */
  private static MatchSpec.Version exact(MatchSpec.Version version) {
    return version.spec().constraint() instanceof Constraint.Fuzzy fuzzy
        ? new MatchSpec.Version(
            new VersionSpec(version.spec().text(), new Constraint.Exact(fuzzy.version())),
            version.range())
        : version;
  }

  private MatchSpec.Version bracketVersion(Part value) {
    var inside = new Cursor(text, value.range().start(), value.range().end());
    var spec = new VersionSpecReader(inside).read();
    inside.skipSpaces();
    if (!inside.isDone()) {
      throw Fault.at(
          inside.rest(),
          "Something follows the version. Put ',' (and) or '|' (or) between versions.");
    }
    return new MatchSpec.Version(spec, value.range());
  }

  private static Optional<Part> attribute(List<Attribute> attributes, String key) {
    return attributes.stream()
        .filter(a -> a.key().text().equals(key))
        .map(Attribute::value)
        .findFirst();
  }

  private Fault unexpected() {
    var rest = cursor.rest();
    return switch (cursor.peek()) {
      case ';' ->
          Fault.mendable(
              rest,
              "conda has no environment markers (what follows ';'). "
                  + "Remove it, or list the package under 'pip:'.",
              TextEdit.delete(rest));
      case ',' ->
          Fault.mendable(
              rest, "A comma is left over at the end. Remove it.", TextEdit.delete(rest));
      default ->
          Fault.at(
              rest,
              "%s is too much: a dependency is a name, a version and a build string."
                  .formatted(Fault.quoted(rest.of(text))));
    };
  }
}
