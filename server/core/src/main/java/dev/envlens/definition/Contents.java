package dev.envlens.definition;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.DependencyParser;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Pointers;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a file holds that concerns envlens.
 *
 * @param uses the environments that it defines or names, in the order of the text
 * @param condaFiles the conda definitions that it is, one a document
 * @param defines whether one of its documents is an environment itself, so that what is wrong with
 *     the text as such is ours to say
 */
public record Contents(
    Source source, List<EnvironmentUse> uses, List<CondaSection> condaFiles, boolean defines) {

  public Contents {
    uses = List.copyOf(uses);
    condaFiles = List.copyOf(condaFiles);
  }

  /** Reads {@code source} by its content. */
  public static Contents of(Source source, Surroundings surroundings) {
    return of(source, surroundings, DependencyParser.direct());
  }

  /** The same, with a parser that may remember dependencies that it has read before. */
  public static Contents of(Source source, Surroundings surroundings, DependencyParser parser) {
    return new Reader(source, surroundings, parser).read();
  }

  /** Whether there is anything here for envlens; if not, it says not a word. */
  public boolean isOurs() {
    return !uses.isEmpty() || !condaFiles.isEmpty() || defines;
  }

  /** Whether one of its documents is a job or the like, in which environments may stand. */
  public boolean isHost() {
    return source.yaml().documents().stream()
        .flatMap(document -> document.mapping().stream())
        .anyMatch(
            root -> Recognition.of(root, source.yaml().isIntact()) == Recognition.Subject.HOST);
  }

  public List<Definition> definitions() {
    return uses.stream().filter(Definition.class::isInstance).map(Definition.class::cast).toList();
  }

  private static final class Reader {

    /** Free-form maps: an {@code environment} in there is somebody's parameter. */
    private static final Set<String> FREE_FORM =
        Set.of(
            "conf",
            "environment_variables",
            "inputs",
            "outputs",
            "parameters",
            "properties",
            "search_space",
            "tags");

    /** A pipeline's steps, whose names are somebody's own. */
    private static final String STEPS = "jobs";

    private final Source source;
    private final DependencyParser parser;
    private final DefinitionReader definitions;
    private final List<EnvironmentUse> uses = new ArrayList<>();
    private final List<CondaSection> condaFiles = new ArrayList<>();
    private boolean defines;

    Reader(Source source, Surroundings surroundings, DependencyParser parser) {
      this.source = source;
      this.parser = parser;
      this.definitions = new DefinitionReader(source, surroundings, parser);
    }

    Contents read() {
      var documents = source.yaml().documents();
      for (int i = 0; i < documents.size(); i++) {
        read(documents.get(i));
      }
      return new Contents(source, uses, condaFiles, defines);
    }

    private void read(Document document) {
      document
          .mapping()
          .ifPresent(
              root -> {
                switch (Recognition.of(root, source.yaml().isIntact())) {
                  case ENVIRONMENT -> define(definitions.v2(Form.FILE, "", root));
                  case V1 -> define(definitions.v1("", root));
                  case CONDA ->
                      condaFiles.add(new CondaSection(source, CondaFile.of(root, parser)));
                  case HOST -> search(root, "", root.scalar("$schema").isPresent());
                  case FOREIGN -> {}
                }
              });
    }

    private void define(Definition definition) {
      uses.add(definition);
      defines = true;
    }

    private void search(Node node, String pointer, boolean certain) {
      if (node instanceof Mapping mapping) {
        for (var entry : mapping.effective()) {
          String child = Pointers.append(pointer, entry.name());
          if (entry.name().equals("environment")) {
            use(entry, child, certain);
          } else if (entry.name().equals(STEPS) && entry.value() instanceof Mapping steps) {
            for (var step : steps.effective()) {
              search(step.value(), Pointers.append(child, step.name()), certain);
            }
          } else if (!FREE_FORM.contains(entry.name())) {
            search(entry.value(), child, certain);
          }
        }
      } else if (node instanceof Sequence sequence) {
        for (int i = 0; i < sequence.items().size(); i++) {
          search(
              sequence.items().get(i).value(),
              Pointers.append(pointer, Integer.toString(i)),
              certain);
        }
      }
    }

    private void use(Entry entry, String pointer, boolean certain) {
      if (entry.value() instanceof Mapping mapping) {
        if (Recognition.isV1(mapping)) {
          uses.add(definitions.v1(pointer, mapping));
        } else if (certain || Recognition.isInline(mapping)) {
          uses.add(definitions.v2(Form.INLINE, pointer, mapping));
        }
      } else if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        var target = ReferenceTarget.of(source.uri(), scalar.text());
        if (certain || !(target instanceof ReferenceTarget.Unrecognized)) {
          uses.add(new Reference(source, pointer, scalar, target));
        }
      }
    }
  }
}
