package dev.envlens.refactor;

import dev.envlens.check.Fix;
import dev.envlens.check.NewValue;
import dev.envlens.check.YamlEdits;
import dev.envlens.conda.DirectReference;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.link.Paths;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/** Writes what the conda file holds where {@code conda_file} named it; the file stays. */
final class InlinedConda {

  private final Definition definition;
  private final Conda.Linked conda;
  private final CondaSection section;

  private InlinedConda(Definition definition, Conda.Linked conda, CondaSection section) {
    this.definition = definition;
    this.conda = conda;
    this.section = section;
  }

  static Optional<Refactoring> of(Definition definition, Conda.Linked conda) {
    return conda
        .section()
        .filter(section -> definition.form() != Form.V1)
        .map(section -> new InlinedConda(definition, conda, section))
        .filter(InlinedConda::isPossible)
        .flatMap(InlinedConda::refactoring);
  }

  private boolean isPossible() {
    var yaml = section.source().yaml();
    var node = section.file().node();
    var all = new TextRange(0, yaml.text().length());
    boolean plain =
        yaml.isIntact()
            && yaml.documents().size() == 1
            && !node.entries().isEmpty()
            && yaml.text().lines().noneMatch(InlinedConda::isMarker)
            && !Anchors.in(yaml, all, node);
    boolean moved =
        !Paths.folder(section.source().uri()).equals(Paths.folder(definition.source().uri()));
    return plain && !(moved && hasPaths()) && isOwn();
  }

  /** Whether the path stands in the definition itself, in the line of its key. */
  private boolean isOwn() {
    var lines = definition.source().yaml().lines();
    var path = conda.path().range();
    return definition.node().range().contains(path)
        && definition.node().entries().stream()
            .anyMatch(entry -> entry.key() == conda.entry().key())
        && conda.entry().valueRange().start() == path.start()
        && lines.line(path.start()) == lines.line(conda.entry().key().range().start())
        && lines.line(path.end()) == lines.line(path.start());
  }

  private static boolean isMarker(String line) {
    return line.startsWith("---") || line.startsWith("...") || line.startsWith("%");
  }

  /** Whether it names files, which would be looked for in another folder. */
  private boolean hasPaths() {
    return section
        .file()
        .requirements()
        .flatMap(item -> item.line().ok().stream())
        .anyMatch(InlinedConda::isPath);
  }

  private static boolean isPath(RequirementLine line) {
    return line instanceof RequirementLine.Named named
        ? named
            .requirement()
            .reference()
            .filter(reference -> reference.kind() == DirectReference.Kind.LOCAL)
            .isPresent()
        : !(line instanceof RequirementLine.Options);
  }

  private Optional<Refactoring> refactoring() {
    var yaml = definition.source().yaml();
    var edits = definition.node().flow() ? flow() : block();
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    String pointer = definition.pointer() + "/" + conda.entry().name();
    boolean right =
        Meaning.document(yaml, definition.node())
            .filter(
                document ->
                    Meaning.isAt(
                        TextEdit.apply(yaml.text(), edits.get()),
                        document,
                        pointer,
                        section.file().node()))
            .isPresent();
    return right
        ? Optional.of(
            new Refactoring(
                Refactoring.Kind.INLINE,
                Fix.edit(
                    "Write the conda definition of '%s' here"
                        .formatted(Paths.name(section.source().uri())),
                    definition.source().uri(),
                    edits.get())))
        : Optional.empty();
  }

  /** In brackets a comment would swallow what follows it. */
  private Optional<List<TextEdit>> flow() {
    var linked = section.source().yaml();
    if (!linked.comments().isEmpty()) {
      return Optional.empty();
    }
    boolean json =
        conda.entry().key() instanceof Scalar key && key.style() == ScalarStyle.DOUBLE_QUOTED;
    var style = json ? NewValue.Style.JSON : NewValue.Style.FLOW;
    String text = new FlowStyle(linked.text(), style).of(section.file().node());
    return Optional.of(List.of(TextEdit.replace(conda.path().range(), text)));
  }

  private Optional<List<TextEdit>> block() {
    var yaml = definition.source().yaml();
    var edits = new YamlEdits(yaml);
    String indent = edits.indent(conda.entry().key().range().start()) + "  ";
    String lineEnd = edits.lineEnd();
    var text = new StringBuilder();
    content(section.source().yaml())
        .lines()
        .forEach(line -> text.append(lineEnd).append(line.isBlank() ? "" : indent).append(line));
    int start = conda.path().range().start();
    int before = start;
    while (yaml.text().charAt(before - 1) == ' ') {
      before--;
    }
    int end = yaml.lines().lineRange(yaml.lines().line(start)).end();
    return Optional.of(
        List.of(
            TextEdit.delete(new TextRange(before, conda.path().range().end())),
            TextEdit.insert(end, text.toString())));
  }

  private static String content(Yaml yaml) {
    String text = yaml.text().startsWith("\uFEFF") ? yaml.text().substring(1) : yaml.text();
    return text.stripTrailing();
  }
}
