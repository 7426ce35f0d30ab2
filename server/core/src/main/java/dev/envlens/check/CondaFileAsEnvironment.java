package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.image.BaseImages;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code conda-file-as-environment}: the keys of a conda file stand at the top of an environment
 * file. The SDK refuses that.
 */
final class CondaFileAsEnvironment implements Rule {

  /** Top-level keys that only a conda file has. */
  private static final Set<String> CONDA_KEYS = Set.of("channels", "dependencies");

  /** What goes with them. */
  private static final Set<String> MOVED =
      Set.of("channels", "dependencies", "variables", "prefix");

  @Override
  public String code() {
    return "conda-file-as-environment";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "The keys of a conda file stand at the top of an environment file.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (definition.form() == Form.V1) {
      return Stream.empty();
    }
    return definition.node().entries().stream()
        .filter(entry -> CONDA_KEYS.contains(entry.name()))
        .limit(1)
        .map(
            entry ->
                finding(
                    definition.place(entry.key().range()),
                    ("'%s' belongs in a conda file, not at the top of an environment. Move it under"
                            + " 'conda_file', or into a file of its own that 'conda_file' names.")
                        .formatted(entry.name()),
                    fixes(definition)));
  }

  private static List<Fix> fixes(Definition definition) {
    var node = definition.node();
    var moved = node.entries().stream().filter(e -> MOVED.contains(e.name())).toList();
    if (node.has("conda_file") || node.has("build") || node.flow() || !isTogether(node, moved)) {
      return List.of();
    }
    var edits = new ArrayList<TextEdit>();
    String title = "Move under 'conda_file'";
    var yaml = new YamlEdits(definition.source().yaml());
    var first = moved.get(0);
    String indent = yaml.indent(first.key().range().start());
    var heading = new StringBuilder();
    if (!node.has("image")) {
      String image = BaseImages.shipped().usual().image();
      title += ", with the image '%s'".formatted(image);
      heading
          .append(NewValue.blockEntry("image", new NewValue.Text(image), indent, yaml.lineEnd()))
          .append(yaml.lineEnd())
          .append(indent);
    }
    heading.append("conda_file:").append(yaml.lineEnd()).append(indent).append("  ");
    edits.add(TextEdit.insert(first.key().range().start(), heading.toString()));
    edits.addAll(indented(definition, first, moved.get(moved.size() - 1)));
    return List.of(Fix.edit(title, definition.source().uri(), edits).movingHash(movesHash(node)));
  }

  private static boolean movesHash(Mapping node) {
    return node.has("image");
  }

  /** Whether nothing stands between the entries to be moved, so that they move as one block. */
  private static boolean isTogether(Mapping node, List<Entry> moved) {
    int from = node.entries().indexOf(moved.get(0));
    int to = node.entries().lastIndexOf(moved.get(moved.size() - 1));
    return to - from == moved.size() - 1;
  }

  /** Two more spaces before each line below the first, but for empty ones. */
  private static List<TextEdit> indented(Definition definition, Entry first, Entry last) {
    var yaml = definition.source().yaml();
    var result = new ArrayList<TextEdit>();
    int from = yaml.lines().line(first.key().range().start()) + 1;
    int to = yaml.lines().line(last.range().end());
    for (int line = from; line <= to; line++) {
      var range = yaml.lines().lineRange(line);
      if (!range.of(yaml.text()).isBlank()) {
        result.add(TextEdit.insert(range.start(), "  "));
      }
    }
    return result;
  }
}
