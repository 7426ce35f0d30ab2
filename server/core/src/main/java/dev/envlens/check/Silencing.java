package dev.envlens.check;

import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The comments that silence findings: {@code # envlens: ignore} with or without codes, at the end
 * of a line or alone above it, and {@code # envlens: ignore-file} above the first content.
 */
final class Silencing {

  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*envlens:\\s*(ignore-file|ignore)(?:[\\s:]+(.*))?");

  /** One comment: where it works, and on which codes; none given means all. */
  private record Directive(Predicate<Integer> lines, Set<String> codes) {
    boolean silences(int line, String code) {
      return lines.test(line) && (codes.isEmpty() || codes.contains(code));
    }
  }

  private record Silenced(LineIndex lines, List<Directive> directives) {}

  private final Map<URI, Silenced> files = new HashMap<>();

  private Silencing() {}

  static Silencing in(
      Collection<Source> sources,
      Collection<DockerfileSource> dockerfiles,
      Collection<RequirementsSource> requirements) {
    var silencing = new Silencing();
    for (var source : sources) {
      var yaml = source.yaml();
      var directives = new ArrayList<Directive>();
      for (var comment : yaml.comments()) {
        add(directives, yaml.text(), yaml.lines(), comment.range(), comment.text());
      }
      silencing.files.put(source.uri(), new Silenced(yaml.lines(), directives));
    }
    for (var source : dockerfiles) {
      var lines = LineIndex.of(source.text());
      var directives = new ArrayList<Directive>();
      for (var comment : source.dockerfile().comments()) {
        String text = comment.of(source.text());
        add(directives, source.text(), lines, comment, text.substring(text.indexOf('#') + 1));
      }
      silencing.files.put(source.uri(), new Silenced(lines, directives));
    }
    for (var source : requirements) {
      silencing.files.put(source.uri(), in(source));
    }
    return silencing;
  }

  private static Silenced in(RequirementsSource source) {
    var lines = LineIndex.of(source.text());
    var directives = new ArrayList<Directive>();
    for (var comment : RequirementsFile.commentsIn(source.text())) {
      String text = comment.of(source.text()).substring(1);
      add(directives, source.text(), lines, comment, text);
    }
    return new Silenced(lines, directives);
  }

  List<Finding> filter(List<Finding> findings) {
    return findings.stream().filter(finding -> !isSilenced(finding)).toList();
  }

  private boolean isSilenced(Finding finding) {
    var file = files.get(finding.place().file());
    if (file == null || file.directives().isEmpty()) {
      return false;
    }
    int line = file.lines().line(finding.place().range().start());
    return file.directives().stream()
        .anyMatch(directive -> directive.silences(line, finding.code()));
  }

  private static void add(
      List<Directive> directives, String text, LineIndex lines, TextRange range, String comment) {
    var matcher = DIRECTIVE.matcher(comment);
    if (!matcher.matches()) {
      return;
    }
    var codes = codes(matcher.group(2));
    if (matcher.group(1).equals("ignore-file")) {
      if (isAboveContent(text, range.start())) {
        directives.add(new Directive(line -> true, codes));
      }
      return;
    }
    int own = lines.line(range.start());
    int silenced = isAlone(text, lines, range) ? nextContentLine(text, lines, own) : own;
    directives.add(new Directive(line -> line == silenced, codes));
  }

  private static Set<String> codes(String list) {
    var codes = new HashSet<String>();
    if (list != null) {
      for (String code : list.split("[,\\s]+", -1)) {
        if (!code.isEmpty()) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  private static boolean isAlone(String text, LineIndex lines, TextRange range) {
    int start = lines.lineStart(lines.line(range.start()));
    return text.substring(start, range.start()).isBlank();
  }

  /** The next line that is neither blank nor a comment. */
  private static int nextContentLine(String text, LineIndex lines, int line) {
    int next = line + 1;
    while (next < lines.lineCount()) {
      String content = lines.lineRange(next).of(text).strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        return next;
      }
      next++;
    }
    return line;
  }

  private static boolean isAboveContent(String text, int offset) {
    return text.substring(0, offset)
        .lines()
        .map(String::strip)
        .allMatch(
            line ->
                line.isEmpty()
                    || line.startsWith("#")
                    || line.startsWith("\uFEFF#")
                    || line.equals("\uFEFF")
                    || line.startsWith("---"));
  }
}
