package dev.envlens.feature;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.RequirementLine.Options;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.EnvironmentUse;
import dev.envlens.definition.Reference;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.dockerfile.SourceText;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.stream.Stream;

/** The outline of a document: environments, what they are made of, packages. */
public final class Symbols {

  /** How long a line of the outline gets, in UTF-16 units. */
  private static final int LONGEST = 80;

  private Symbols() {}

  public static List<Symbol> of(Contents contents) {
    return Stream.concat(
            contents.uses().stream().map(Symbols::use),
            contents.condaFiles().stream().flatMap(Symbols::conda))
        .toList();
  }

  public static List<Symbol> of(DockerfileSource dockerfile) {
    return dockerfile.dockerfile().stages().stream()
        .map(
            stage ->
                leaf(
                    stage.name().map(SourceText::text).orElse(stage.image().text()),
                    stage.name().isPresent() ? stage.image().text() : "",
                    Symbol.Kind.STAGE,
                    stage.from().range(),
                    stage.imageRange()))
        .toList();
  }

  /** The packages of a requirements file, and the files that it includes. */
  public static List<Symbol> of(RequirementsSource requirements) {
    return requirements.file().entries().stream()
        .filter(entry -> entry.line().ok().filter(Options.class::isInstance).isEmpty())
        .map(
            entry ->
                leaf(
                    entry.range().of(requirements.text()),
                    "pip",
                    Symbol.Kind.PACKAGE,
                    entry.range(),
                    entry.range()))
        .toList();
  }

  /** The outline of any document. */
  public static List<Symbol> of(Page page) {
    if (page instanceof Page.Yaml yaml) {
      return of(yaml.contents());
    }
    return page instanceof Page.Docker docker
        ? of(docker.source())
        : of(((Page.Requirements) page).source());
  }

  private static Symbol use(EnvironmentUse use) {
    if (use instanceof Reference reference) {
      return leaf(
          reference.text().text(),
          "environment",
          Symbol.Kind.REFERENCE,
          reference.text().range(),
          reference.text().range());
    }
    return environment((Definition) use);
  }

  private static Symbol environment(Definition definition) {
    var range = definition.node().range();
    return symbol(
        definition.name().map(Scalar::text).orElse("environment"),
        definition.kind().label(),
        Symbol.Kind.ENVIRONMENT,
        range,
        definition.anchor(),
        definition.node().entries().stream()
            .filter(entry -> !entry.name().isEmpty())
            .map(entry -> key(definition, entry)));
  }

  private static Symbol key(Definition definition, Entry entry) {
    var conda =
        definition
            .parts()
            .conda()
            .filter(Conda.Inline.class::isInstance)
            .filter(inline -> inline.entry().equals(entry))
            .flatMap(Conda::section);
    return symbol(
        entry.name(),
        entry.value() instanceof Scalar scalar ? scalar.text() : "",
        kind(entry.name()),
        entry.range(),
        entry.key().range(),
        conda.stream().flatMap(Symbols::conda));
  }

  private static Symbol.Kind kind(String key) {
    return switch (key) {
      case "image" -> Symbol.Kind.IMAGE;
      case "build", "docker" -> Symbol.Kind.BUILD;
      case "conda_file", "python" -> Symbol.Kind.CONDA;
      default -> Symbol.Kind.SETTING;
    };
  }

  private static Stream<Symbol> conda(CondaSection section) {
    var file = section.file();
    var channels = file.channelsEntry().map(entry -> group(entry, channels(section)));
    var dependencies =
        file.dependenciesEntry()
            .map(entry -> group(entry, file.dependencies().stream().map(Symbols::dependency)));
    return Stream.concat(channels.stream(), dependencies.stream());
  }

  private static Stream<Symbol> channels(CondaSection section) {
    return section.file().channels().stream()
        .filter(channel -> !channel.range().isEmpty())
        .map(
            channel ->
                leaf(channel.text(), "", Symbol.Kind.CHANNEL, channel.range(), channel.range()));
  }

  private static Symbol dependency(Dependency dependency) {
    var range = dependency.item().range();
    if (dependency instanceof Dependency.CondaPackage conda) {
      return leaf(conda.text().text(), "", Symbol.Kind.PACKAGE, range, range);
    }
    if (dependency instanceof Dependency.Pip pip) {
      return group(pip.list(), pip.requirements().stream().map(Symbols::requirement));
    }
    return leaf("", "", Symbol.Kind.PACKAGE, range, range);
  }

  private static Symbol requirement(Dependency.PipRequirement requirement) {
    var range = requirement.item().range();
    return leaf(requirement.text().text(), "pip", Symbol.Kind.PACKAGE, range, range);
  }

  private static Symbol group(Entry entry, Stream<Symbol> children) {
    return symbol(
        entry.name(), "", Symbol.Kind.SETTING, entry.range(), entry.key().range(), children);
  }

  private static Symbol leaf(
      String name, String detail, Symbol.Kind kind, TextRange range, TextRange selection) {
    return symbol(name, detail, kind, range, selection, Stream.empty());
  }

  /**
   * What stands elsewhere, behind an alias or a merge key, is left out: editors refuse a symbol
   * that reaches out of the one that holds it.
   */
  private static Symbol symbol(
      String name,
      String detail,
      Symbol.Kind kind,
      TextRange range,
      TextRange selection,
      Stream<Symbol> children) {
    String shown = ShortText.line(name, LONGEST);
    return new Symbol(
        shown.isEmpty() ? "?" : shown,
        ShortText.line(detail, LONGEST),
        kind,
        range,
        range.contains(selection) ? selection : range,
        children.filter(child -> range.contains(child.range())).toList());
  }
}
