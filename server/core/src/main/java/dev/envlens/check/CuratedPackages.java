package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.curated.CuratedSources.PackageFile;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Source;
import dev.envlens.link.Place;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the packages of a file in a build context with those of a curated environment. */
final class CuratedPackages {

  private CuratedPackages() {}

  /** Of a conda file; nothing where it is none. */
  static List<CuratedChange> ofConda(PackageFile expected, URI uri, String text) {
    var yaml = Yaml.parse(text);
    var root = yaml.documents().stream().findFirst().flatMap(Document::mapping);
    if (!yaml.isIntact() || root.isEmpty()) {
      return List.of();
    }
    var section = new CondaSection(new Source(uri, yaml), CondaFile.of(root.get()));
    var changes = new ArrayList<CuratedChange>();
    changes.addAll(list(section, "channel", expected.channels(), section.file().channelsEntry()));
    changes.addAll(list(section, "package", expected.conda(), section.file().dependenciesEntry()));
    changes.addAll(
        list(
            section,
            "pip package",
            expected.pip(),
            section.file().pipLists().findFirst().map(pip -> pip.list())));
    return changes;
  }

  private static List<CuratedChange> list(
      CondaSection section, String what, List<String> expected, Optional<Entry> entry) {
    var list =
        entry
            .map(Entry::value)
            .filter(Sequence.class::isInstance)
            .map(Sequence.class::cast)
            .orElseGet(() -> new Sequence(TextRange.at(0), List.of(), false));
    var items = list.items().stream().filter(item -> item.value() instanceof Scalar).toList();
    var anchor =
        section.place(
            entry.map(found -> found.key().range()).orElseGet(() -> firstKey(section.file())));
    var written =
        items.stream()
            .map(
                item ->
                    new CuratedList.Written(
                        ((Scalar) item.value()).text(),
                        section.place(((Scalar) item.value()).contentRange())))
            .toList();
    return new CuratedList(what, expected, written, anchor, new InYaml(section, list, items))
        .changes();
  }

  private static TextRange firstKey(CondaFile file) {
    return file.node().entries().stream()
        .findFirst()
        .map(entry -> entry.key().range())
        .orElse(TextRange.at(0));
  }

  /** Of a requirements file. */
  static List<CuratedChange> ofRequirements(PackageFile expected, URI uri, String text) {
    var entries = RequirementsFile.parse(text).entries();
    var lines = LineIndex.of(text);
    var written =
        entries.stream()
            .map(entry -> new CuratedList.Written(entry.text(), new Place(uri, entry.range())))
            .toList();
    return new CuratedList(
            "pip package",
            expected.pip(),
            written,
            new Place(uri, lines.lineRange(0)),
            new InLines(uri, text, entries))
        .changes();
  }

  private record InYaml(CondaSection section, Sequence list, List<Item> items)
      implements CuratedList.Editing {

    @Override
    public List<Fix> replace(int index, String text) {
      var edit =
          new YamlEdits(section.source().yaml()).replace((Scalar) items.get(index).value(), text);
      return List.of(Fix.edit("Restore '%s'".formatted(text), section.source().uri(), edit));
    }

    @Override
    public List<Fix> remove(int index) {
      return ListEdits.remove(section.source().yaml(), list, items.get(index)).stream()
          .map(
              edits ->
                  Fix.edit(
                      "Remove '%s'".formatted(((Scalar) items.get(index).value()).text()),
                      section.source().uri(),
                      edits))
          .toList();
    }

    @Override
    public URI file() {
      return section.source().uri();
    }

    @Override
    public TextRange range(int index) {
      return items.get(index).range();
    }

    @Override
    public String text() {
      return section.source().yaml().text();
    }
  }

  private record InLines(URI file, String text, List<RequirementsFile.Entry> entries)
      implements CuratedList.Editing {

    @Override
    public List<Fix> replace(int index, String requirement) {
      return List.of(
          Fix.replace(
              "Restore '%s'".formatted(requirement), new Place(file, range(index)), requirement));
    }

    @Override
    public List<Fix> remove(int index) {
      return List.of();
    }

    @Override
    public TextRange range(int index) {
      return entries.get(index).range();
    }
  }
}
