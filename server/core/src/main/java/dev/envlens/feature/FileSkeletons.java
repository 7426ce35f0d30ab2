package dev.envlens.feature;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Source;
import dev.envlens.feature.Completion.Insertion;
import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Layout;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whole files to begin with, where a YAML file holds nothing but comments yet. */
final class FileSkeletons {

  private static final String WORDS = "environment ";

  private final Source source;
  private final int caret;
  private final Knowledge knowledge;
  private final FolderContents folder;
  private final KeySketches sketches;

  FileSkeletons(Source source, int caret, Knowledge knowledge) {
    this.source = source;
    this.caret = caret;
    this.knowledge = knowledge;
    this.folder = new FolderContents(source.uri(), knowledge.listings());
    this.sketches = new KeySketches(source.uri(), folder);
  }

  /**
   * Whether the file is YAML by its name and holds nothing but perhaps one word at the caret. What
   * can't be read, such as a file that is too long, holds something.
   */
  static boolean fits(Source source, int caret) {
    var yaml = source.yaml();
    return FolderContents.isYaml(Paths.name(source.uri()))
        && yaml.isIntact()
        && yaml.documents().size() <= 1
        && yaml.documents().stream()
            .flatMap(document -> document.root().stream())
            .allMatch(root -> isWordAt(yaml, root, caret))
        && LineComments.start(yaml.text(), lineStart(yaml, caret), caret) < 0;
  }

  private static boolean isWordAt(Yaml yaml, Node root, int caret) {
    return root instanceof Scalar scalar
        && scalar.style() == ScalarStyle.PLAIN
        && (scalar.isNull() || scalar.range().touches(caret))
        && yaml.lines().line(scalar.range().start()) == yaml.lines().line(caret);
  }

  private static int lineStart(Yaml yaml, int caret) {
    return yaml.lines().lineStart(yaml.lines().line(caret));
  }

  Completions.Answer answer() {
    var items = new ArrayList<Completion>();
    items.add(item("image", "an image as it is", with("image", KeySketches.image())));
    items.add(
        item(
            "image and conda packages",
            "an image, with packages on top of it",
            with("image", KeySketches.image(), "conda_file", KeySketches.conda())));
    folder
        .condaFile()
        .ifPresent(
            conda ->
                items.add(
                    item(
                        "image and conda file",
                        "an image, with the packages of " + conda,
                        with("image", KeySketches.image(), "conda_file", Sketch.open(conda)))));
    items.add(
        item(
            "Docker context",
            folder
                .contextWithDockerfile()
                .map(path -> "built from the Dockerfile in " + path)
                .orElse("built from a Dockerfile, which is still to be written"),
            with("build", sketches.build())));
    v1().ifPresent(items::add);
    items.add(
        isConda() ? 0 : items.size(),
        item("conda file", "channels and packages", Sketch.file(KeySketches.conda())));
    return new Completions.Answer(items, folder.isPending());
  }

  private boolean isConda() {
    return Paths.name(source.uri()).toLowerCase(Locale.ROOT).contains("conda");
  }

  private Template with(Object... pairs) {
    var entries = new LinkedHashMap<String, Sketch>();
    entries.put("$schema", Sketch.text(KeySketches.SCHEMA));
    entries.put("name", sketches.name());
    entries.putAll(Sketch.keys(pairs).entries());
    return Sketch.file(new Sketch.Keys(entries));
  }

  private Completion item(String what, String detail, Template template) {
    var yaml = source.yaml();
    int start = caret;
    int end = caret;
    int first = lineStart(yaml, caret);
    while (start > first && !Character.isWhitespace(yaml.text().charAt(start - 1))) {
      start--;
    }
    while (end < yaml.text().length() && !Character.isWhitespace(yaml.text().charAt(end))) {
      end++;
    }
    String label = what.equals("conda file") ? "Conda file" : "Azure ML environment: " + what;
    var layout = new Layout(" ".repeat(start - first), LineComments.lineEnd(yaml));
    return new Completion(
        Shown.of(label, Kind.SKELETON, detail),
        new Insertion(new TextRange(start, end), template, layout),
        WORDS + what);
  }

  /** The v1 definition beside the file as a v2 one, where nothing of it would be lost. */
  private Optional<Completion> v1() {
    return folder
        .v1File()
        .flatMap(
            name ->
                Paths.resolve(source.uri(), name)
                    .flatMap(this::definition)
                    .flatMap(this::imported)
                    .map(
                        template -> item("import of " + name, "what " + name + " says", template)));
  }

  private Optional<Definition> definition(URI file) {
    return knowledge.files().file(file) instanceof FileState.Text text
        ? Contents.of(new Source(file, Yaml.parse(text.text())), knowledge.files())
            .definitions()
            .stream()
            .filter(definition -> definition.form() == Form.V1)
            .findFirst()
        : Optional.empty();
  }

  private Optional<Template> imported(Definition v1) {
    var image = v1.image();
    if (image.isEmpty() || v1.context().isPresent() || v1.parts().spark().isPresent()) {
      return Optional.empty();
    }
    var entries = new LinkedHashMap<String, Sketch>();
    entries.put("image", Sketch.text(image.get().text()));
    v1.effectiveConda()
        .flatMap(conda -> conda.section())
        .ifPresent(section -> entries.put("conda_file", sketch(section.file().node())));
    var all = new LinkedHashMap<String, Sketch>();
    all.put("$schema", Sketch.text(KeySketches.SCHEMA));
    all.put("name", v1.name().map(name -> Sketch.open(name.text())).orElseGet(sketches::name));
    all.putAll(entries);
    return Optional.of(Sketch.file(new Sketch.Keys(all)));
  }

  private static Sketch sketch(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, Sketch> entries = new LinkedHashMap<>();
      mapping.effective().stream()
          .filter(entry -> !(entry.value() instanceof Scalar scalar && scalar.isNull()))
          .forEach(entry -> entries.put(entry.name(), sketch(entry.value())));
      return new Sketch.Keys(entries);
    }
    if (node instanceof Sequence sequence) {
      return new Sketch.Items(
          sequence.items().stream().map(Item::value).map(FileSkeletons::sketch).toList());
    }
    return Sketch.text(node instanceof Scalar scalar ? scalar.text() : "");
  }
}
