package dev.envlens.definition;

import dev.envlens.conda.DependencyParser;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Part;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.RequirementsSource.Include;
import dev.envlens.definition.RequirementsSource.Use;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.text.Placeholders;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads requirements files and those that they include, each once. */
final class RequirementsReader {

  /** No more files are followed from one; a person's have a handful. */
  private static final int MOST_FILES = 50;

  private record Read(URI uri, Use use) {}

  private final Surroundings surroundings;
  private final DependencyParser parser;
  private final Map<Read, Optional<RequirementsSource>> files = new HashMap<>();
  private final Map<Read, List<RequirementsSource>> reached = new HashMap<>();
  private final Map<URI, Optional<Set<String>>> names = new HashMap<>();

  RequirementsReader(Surroundings surroundings, DependencyParser parser) {
    this.surroundings = surroundings;
    this.parser = parser;
  }

  /** The path that a line includes, if it is one of a local file. */
  static Optional<Part> includedPath(RequirementLine line) {
    var path =
        line instanceof RequirementLine.IncludeRequirements include
            ? Optional.of(include.path())
            : line instanceof RequirementLine.Constraints constraints
                ? Optional.of(constraints.path())
                : Optional.<Part>empty();
    return path.filter(part -> !isRemote(part.text()) && !Placeholders.in(part.text()));
  }

  /** pip downloads what a URL names. */
  private static boolean isRemote(String path) {
    return path.contains("://") && !path.startsWith("file:");
  }

  /** The file at {@code uri}, first, and those that it leads to; none where it can't be read. */
  List<RequirementsSource> from(URI uri, Use use) {
    var start = new Read(uri, use);
    var known = reached.get(start);
    if (known == null) {
      known = follow(start);
      reached.put(start, known);
    }
    return known;
  }

  private List<RequirementsSource> follow(Read start) {
    var result = new ArrayList<RequirementsSource>();
    var seen = new HashSet<Read>();
    var waiting = new ArrayDeque<Read>(List.of(start));
    while (!waiting.isEmpty() && result.size() < MOST_FILES) {
      var next = waiting.poll();
      var source = seen.add(next) ? file(next) : Optional.<RequirementsSource>empty();
      source.ifPresent(
          read -> {
            result.add(read);
            for (var include : read.includes()) {
              if (include.state() instanceof FileState.Text) {
                include
                    .target()
                    .ifPresent(target -> waiting.add(new Read(target, use(next.use(), include))));
              }
            }
          });
    }
    return List.copyOf(result);
  }

  /** What a constraints file includes limits versions as well. */
  private static Use use(Use outer, Include include) {
    boolean constraints =
        include.entry().line() instanceof Parsed.Ok<RequirementLine> ok
            && ok.value() instanceof RequirementLine.Constraints;
    return new Use(outer.constraints() || constraints, outer.context());
  }

  private Optional<RequirementsSource> file(Read read) {
    var known = files.get(read);
    if (known == null) {
      known =
          surroundings.file(read.uri()) instanceof FileState.Text text
              ? Optional.of(source(read, text.text()))
              : Optional.empty();
      files.put(read, known);
    }
    return known;
  }

  private RequirementsSource source(Read read, String text) {
    var file = RequirementsFile.parse(text, parser);
    var includes = new ArrayList<Include>();
    for (var entry : file.entries()) {
      if (entry.line() instanceof Parsed.Ok<RequirementLine> ok) {
        includedPath(ok.value()).ifPresent(path -> includes.add(include(read, entry, path)));
      }
    }
    return new RequirementsSource(read.uri(), text, file, read.use(), includes);
  }

  private Include include(Read read, RequirementsFile.Entry entry, Part path) {
    var target = Paths.resolve(read.uri(), path.text());
    var state = target.map(uri -> state(uri, read.use())).orElseGet(FileState.Pending::new);
    return new Include(entry, path, target, state);
  }

  private FileState state(URI uri, Use use) {
    if (use.context().isEmpty()) {
      return surroundings.file(uri);
    }
    var context = use.context().get();
    if (!Paths.isWithin(context, uri)) {
      return new FileState.Pending();
    }
    var state = surroundings.file(uri);
    return state instanceof FileState.Missing && mayBePutThere(uri, context)
        ? new FileState.Pending()
        : state;
  }

  /** A Dockerfile may copy a file of that name, from wherever it is, beside the one that asks. */
  private boolean mayBePutThere(URI uri, URI context) {
    return names
        .computeIfAbsent(context, this::namesIn)
        .map(all -> all.contains(Paths.name(uri)))
        .orElse(true);
  }

  /** The names of the files in a build context; empty when they aren't known. */
  private Optional<Set<String>> namesIn(URI context) {
    return surroundings.context(context) instanceof ContextState.Files files
        ? Optional.of(
            files.entries().stream()
                .map(entry -> entry.path().substring(entry.path().lastIndexOf('/') + 1))
                .collect(Collectors.toSet()))
        : Optional.empty();
  }
}
