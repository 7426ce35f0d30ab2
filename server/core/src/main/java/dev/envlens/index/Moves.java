package dev.envlens.index;

import dev.envlens.check.NewValue;
import dev.envlens.check.YamlEdits;
import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.link.Paths;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Files and folders that get other names or places, and the paths that have to be written otherwise
 * for that: those that lead to one of them, and those in files that move themselves. A path keeps
 * its kind: relative or absolute, with {@code ./} in front, {@code file:}, {@code /} at its end.
 *
 * @param places where what moves is now, and where it will be
 */
public record Moves(Map<URI, URI> places) {

  public Moves {
    places = Map.copyOf(places);
  }

  /** A path as it is written; {@code folder} is what it is relative to. */
  private record Written(
      Optional<URI> folder, String text, Function<String, Optional<TextEdit>> rewrite) {}

  /** The files whose text may have to change. */
  public Set<URI> files(WorkspaceIndex index) {
    var files = new LinkedHashSet<>(places.keySet());
    for (URI file : index.files()) {
      index.of(file).ifPresent(summary -> add(summary, files));
    }
    return files;
  }

  private void add(FileSummary summary, Set<URI> files) {
    if (moves(summary.file())
        || summary.named().stream().anyMatch(named -> leadsToMoved(named.target()))) {
      files.add(summary.file());
    }
    for (var use : summary.uses()) {
      if (moves(use.target())) {
        files.add(use.site().file());
        files.add(summary.file()); // which may lead there by the folder
      }
      if (moves(use.site().file())) {
        files.add(use.site().file());
      }
    }
  }

  private boolean leadsToMoved(ReferenceTarget target) {
    return target instanceof ReferenceTarget.InFile inFile
        && inFile.file().filter(this::moves).isPresent();
  }

  private boolean moves(URI file) {
    return !after(file).equals(file);
  }

  /** Where {@code file} will be; the innermost folder that moves counts. */
  private URI after(URI file) {
    return places.keySet().stream()
        .filter(from -> Paths.isWithin(from, file))
        .max((one, other) -> one.getPath().length() - other.getPath().length())
        .flatMap(
            from -> {
              String rest = Paths.relative(from, file);
              URI to = places.get(from);
              return rest.equals(".") ? Optional.of(to) : Paths.within(to, rest);
            })
        .orElse(file);
  }

  /** The edits of a YAML or JSON file, as it is before anything moves; none of them overlap. */
  public List<TextEdit> edits(Contents contents) {
    var edits = new YamlEdits(contents.source().yaml());
    URI file = contents.source().uri();
    var result = new ArrayList<TextEdit>();
    for (var use : contents.uses()) {
      if (use instanceof Definition definition) {
        definition.parts().conda().ifPresent(conda -> result.addAll(edits(conda, contents, edits)));
        definition.context().ifPresent(context -> result.addAll(edits(context, definition, edits)));
      } else if (use instanceof Reference reference
          && reference.target() instanceof ReferenceTarget.InFile) {
        edit(file, written(Paths.folder(file), reference.text(), edits)).ifPresent(result::add);
      }
    }
    for (CondaSection section : contents.condaFiles()) {
      result.addAll(edits(section.file(), file));
    }
    return result.stream().distinct().toList();
  }

  /** The edits of the requirements file {@code file}. */
  public List<TextEdit> edits(URI file, RequirementsFile requirements) {
    var result = new ArrayList<TextEdit>();
    for (var entry : requirements.entries()) {
      if (entry.line() instanceof Parsed.Ok<RequirementLine> ok) {
        SummaryReader.included(ok.value())
            .map(
                path ->
                    new Written(
                        Paths.folder(file),
                        path.text(),
                        text ->
                            plain(text, "")
                                .map(fits -> TextEdit.replace(entry.inFile(path.range()), fits))))
            .flatMap(written -> edit(file, written))
            .ifPresent(result::add);
      }
    }
    return result;
  }

  private List<TextEdit> edits(Conda conda, Contents contents, YamlEdits edits) {
    URI file = contents.source().uri();
    if (conda instanceof Conda.Linked linked) {
      return edit(file, written(Paths.folder(file), linked.path(), edits)).stream().toList();
    }
    return conda.section().map(section -> edits(section.file(), file)).orElse(List.of());
  }

  private List<TextEdit> edits(CondaFile conda, URI file) {
    var result = new ArrayList<TextEdit>();
    for (var dependency : conda.dependencies()) {
      if (dependency instanceof Dependency.Pip pip) {
        for (var requirement : pip.requirements()) {
          included(requirement, file)
              .flatMap(written -> edit(file, written))
              .ifPresent(result::add);
        }
      }
    }
    return result;
  }

  private static Optional<Written> included(Dependency.PipRequirement requirement, URI file) {
    Scalar item = requirement.text();
    return SummaryReader.included(requirement)
        .filter(path -> item.verbatim())
        .map(
            path ->
                new Written(
                    Paths.folder(file),
                    path.text(),
                    text ->
                        plain(text, item.style() == ScalarStyle.PLAIN ? "[]{}," : "\"'\\")
                            .map(fits -> TextEdit.replace(item.rangeOf(path.range()), fits))));
  }

  /** Within a longer text a path stands without quotes of its own, or not at all. */
  private static Optional<String> plain(String path, String without) {
    return Optional.of(path)
        .filter(
            text -> text.chars().noneMatch(c -> c <= ' ' || c == '#' || without.indexOf(c) >= 0));
  }

  private static Written written(Optional<URI> folder, Scalar path, YamlEdits edits) {
    return new Written(folder, path.text(), text -> Optional.of(edits.replace(path, text)));
  }

  private List<TextEdit> edits(BuildContext context, Definition definition, YamlEdits edits) {
    if (!(context.location() instanceof ContextLocation.Folder folder)) {
      return List.of();
    }
    URI file = definition.source().uri();
    var result = new ArrayList<TextEdit>();
    context
        .path()
        .flatMap(path -> edit(file, written(Paths.folder(file), path, edits)))
        .ifPresent(result::add);
    var dockerfile = Paths.within(folder.uri(), context.dockerfileName());
    boolean stays =
        dockerfile.isEmpty() || !Paths.isWithin(after(folder.uri()), after(dockerfile.get()));
    if (stays) {
      return result; // a build never looks outside of its context
    }
    if (context.dockerfilePath().isPresent()) {
      edit(file, written(Optional.of(folder.uri()), context.dockerfilePath().get(), edits))
          .ifPresent(result::add);
    } else if (definition.form() != Form.V1 && context.entry().value() instanceof Mapping build) {
      String name = Paths.relative(after(folder.uri()), after(dockerfile.get()));
      if (!name.equals(BuildContext.DEFAULT_DOCKERFILE)) {
        result.addAll(edits.insertLast(build, "dockerfile_path", new NewValue.Text(name)));
      }
    }
    return result;
  }

  /** Nothing where the path goes on leading to the same as before. */
  private Optional<TextEdit> edit(URI file, Written written) {
    var folder = written.folder();
    var target = folder.flatMap(at -> Paths.within(at, written.text()));
    if (target.isEmpty()) {
      return Optional.empty();
    }
    boolean relativeToFile = folder.equals(Paths.folder(file));
    var newFolder = relativeToFile ? Paths.folder(after(file)) : folder.map(this::after);
    URI newTarget = after(target.get());
    if (newFolder.isEmpty()
        || (newFolder.equals(folder) && newTarget.equals(target.get()))
        || Paths.within(newFolder.get(), written.text()).equals(Optional.of(newTarget))) {
      return Optional.empty();
    }
    return written.rewrite().apply(restyled(written.text(), newFolder.get(), newTarget));
  }

  /** The path from {@code folder} to {@code target}, written in the way of {@code before}. */
  private static String restyled(String before, URI folder, URI target) {
    String scheme = before.startsWith("file:") ? "file:" : "";
    String path = before.substring(scheme.length());
    String end = path.endsWith("/") ? "/" : "";
    if (path.startsWith("/")) {
      return scheme + (path.startsWith("//") ? "//" : "") + target.getPath() + end;
    }
    String way = Paths.relative(folder, target);
    String start = path.startsWith("./") && !way.startsWith(".") ? "./" : "";
    return scheme + start + way + end;
  }
}
