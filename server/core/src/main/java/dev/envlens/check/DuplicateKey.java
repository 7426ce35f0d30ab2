package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Source;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code duplicate-key}: a key stands twice in one mapping. YAML forbids it, and the SDK refuses
 * such a file. Merge keys ({@code <<}) may be repeated.
 */
final class DuplicateKey implements Rule {

  @Override
  public String code() {
    return "duplicate-key";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A key stands twice in one mapping.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return new Walk(definition.source()).of(definition.node());
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    return new Walk(conda.source()).of(conda.file().node());
  }

  /** One look at every mapping of a tree, however many aliases lead to it. */
  private final class Walk {

    private final Source source;
    private final YamlEdits edits;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Finding> found = new ArrayList<>();

    Walk(Source source) {
      this.source = source;
      this.edits = new YamlEdits(source.yaml());
    }

    Stream<Finding> of(Mapping root) {
      visit(root, false);
      return found.stream();
    }

    /**
     * @param inHash whether what stands in {@code node} is part of the hash
     */
    private void visit(Node node, boolean inHash) {
      if (node instanceof Mapping mapping && seen.add(mapping)) {
        report(mapping, inHash);
        for (var entry : mapping.entries()) {
          visit(entry.value(), inHash || HashKeys.decides(entry.name()));
        }
      } else if (node instanceof Sequence sequence && seen.add(sequence)) {
        sequence.items().forEach(item -> visit(item.value(), inHash));
      }
    }

    private void report(Mapping mapping, boolean inHash) {
      Map<String, List<Entry>> byName = new LinkedHashMap<>();
      for (var entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key
            && !key.text().equals("<<")
            && !Placeholders.in(key.text())) {
          byName.computeIfAbsent(key.text(), name -> new ArrayList<>(1)).add(entry);
        }
      }
      byName.values().forEach(entries -> report(mapping, entries, inHash));
    }

    private void report(Mapping mapping, List<Entry> entries, boolean inHash) {
      for (int i = 1; i < entries.size(); i++) {
        var entry = entries.get(i);
        var former = entries.get(i - 1);
        boolean counts = i == entries.size() - 1;
        boolean moves =
            counts && (inHash || HashKeys.decides(entry.name())) && !isSame(entry, former);
        int line = source.yaml().lines().line(former.key().range().start()) + 1;
        var fixes = new ArrayList<Fix>();
        Fix.ifAny("Delete this one", source.uri(), edits.delete(mapping, entry)).stream()
            .map(fix -> fix.movingHash(moves))
            .forEach(fixes::add);
        fixes.addAll(
            Fix.ifAny(
                "Delete the one in line " + line, source.uri(), edits.delete(mapping, former)));
        found.add(
            finding(
                source.place(entry.key().range()),
                "'%s' is in line %d already. Keep one of the two.".formatted(entry.name(), line),
                fixes));
      }
    }

    private boolean isSame(Entry one, Entry other) {
      String text = source.yaml().text();
      return one.valueRange().of(text).equals(other.valueRange().of(text));
    }
  }
}
