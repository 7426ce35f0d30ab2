package dev.envlens.conda;

import dev.envlens.conda.RequirementLine.Target;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Reads one logical line of a requirements file, as pip does. */
final class RequirementLineReader {

  private final String text;
  private final int start;
  private final int end;

  private RequirementLineReader(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  static RequirementLine read(String text) {
    var content = contentOf(text);
    return new RequirementLineReader(text, content.start(), content.end()).line();
  }

  /** What is left without a comment and the spaces around. A comment follows a space. */
  static TextRange contentOf(String text) {
    int start = 0;
    while (start < text.length() && Characters.isSpace(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && !isComment(text, end)) {
      end++;
    }
    while (end > start && Characters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new TextRange(start, end);
  }

  private static boolean isComment(String text, int at) {
    return text.charAt(at) == '#' && (at == 0 || Characters.isSpace(text.charAt(at - 1)));
  }

  private RequirementLine line() {
    if (start == end) {
      return new RequirementLine.Blank();
    }
    int firstOption = firstOption();
    var options = new PipOptionsReader(text, firstOption, end);
    if (firstOption == start) {
      return options(options);
    }
    return installing(start, firstOption, options.read());
  }

  /** Where the first word that begins with a dash stands; the end when none does. */
  private int firstOption() {
    for (int i = start; i < end; i++) {
      boolean beginsWord = i == start || Characters.isSpace(text.charAt(i - 1));
      if (beginsWord && text.charAt(i) == '-') {
        return i;
      }
    }
    return end;
  }

  private RequirementLine options(PipOptionsReader reader) {
    var options = reader.read();
    for (var option : options) {
      var value = option.value();
      if (value.isEmpty()) {
        continue;
      }
      switch (option.name()) {
        case "--editable" -> {
          return new RequirementLine.Editable(editable(value.get()));
        }
        case "--requirement" -> {
          return new RequirementLine.IncludeRequirements(value.get());
        }
        case "--constraint" -> {
          return new RequirementLine.Constraints(value.get());
        }
        default -> {}
      }
    }
    return new RequirementLine.Options(options);
  }

  private Target editable(Part value) {
    if (DirectReference.isUrl(value.text())
        && !DirectReference.isVcs(value.text())
        && !value.text().startsWith("file:")) {
      throw Fault.at(
          value.range(),
          "Only a folder or a repository can be editable. Remove the '-e', "
              + "or write 'git+' before the URL of a repository.");
    }
    return target(value, Optional.empty(), List.of());
  }

  private RequirementLine installing(int from, int to, List<PipOption> options) {
    var line = new Cursor(text, from, to);
    var rest = line.rest();
    var written = rest.of(text);
    if (DirectReference.isVcs(written) || DirectReference.isUrl(written)) {
      return located(rest, options);
    }
    if (isPath(written)) {
      int semicolon = text.indexOf(';', rest.start());
      boolean hasMarker = semicolon >= 0 && semicolon < rest.end();
      int last = hasMarker ? semicolon : rest.end();
      var path = Part.of(text, rest.start(), new Cursor(text, rest.start(), last).rest().end());
      return target(path, hasMarker ? marker(semicolon, to) : Optional.empty(), options);
    }
    var requirement = new RequirementReader(text, rest.start(), rest.end()).read();
    return new RequirementLine.Named(requirement, options);
  }

  /** A URL goes to the next space; a {@code ;} at its end begins the marker. */
  private Target located(TextRange rest, List<PipOption> options) {
    var line = new Cursor(text, rest.start(), rest.end());
    var url = line.take(c -> !Characters.isSpace(c));
    line.skipSpaces();
    boolean glued = url.text().endsWith(";") && !line.isDone();
    if (glued) {
      url = Part.of(text, url.range().start(), url.range().end() - 1);
    } else if (!line.isDone() && line.peek() != ';') {
      throw Fault.at(line.rest(), "Only ' ; ' and a condition can follow a URL. Remove this.");
    }
    int semicolon = glued ? url.range().end() : line.position();
    return target(url, line.isDone() ? Optional.empty() : marker(semicolon, rest.end()), options);
  }

  private Optional<Part> marker(int semicolon, int to) {
    var cursor = new Cursor(text, semicolon, to);
    cursor.accept(';');
    return Optional.of(new MarkerReader(text, cursor).read());
  }

  private static Target target(Part location, Optional<Part> marker, List<PipOption> options) {
    var reference = DirectReference.of(location);
    return switch (reference.kind()) {
      case VCS -> new RequirementLine.Vcs(reference, marker, options);
      case URL -> new RequirementLine.Url(reference, marker, options);
      case LOCAL ->
          new RequirementLine.LocalPath(reference, withoutExtras(location), marker, options);
    };
  }

  private static Part withoutExtras(Part path) {
    int bracket = path.text().indexOf('[');
    if (bracket <= 0 || !path.text().endsWith("]")) {
      return path;
    }
    int from = path.range().start();
    return new Part(path.text().substring(0, bracket), new TextRange(from, from + bracket));
  }

  /** Whether pip looks for a file: the text begins as a path, holds a separator, or ends as one. */
  private static boolean isPath(String text) {
    if (DirectReference.looksLikePath(text)) {
      return true;
    }
    int i = 0;
    while (i < text.length() && " \t=<>!~@;([".indexOf(text.charAt(i)) < 0) {
      if (text.charAt(i) == '/' || text.charAt(i) == '\\') {
        return true;
      }
      i++;
    }
    return DirectReference.isArchive(text.substring(0, i));
  }
}
