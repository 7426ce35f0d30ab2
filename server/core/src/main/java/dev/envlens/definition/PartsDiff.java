package dev.envlens.definition;

import dev.envlens.definition.Difference.Added;
import dev.envlens.definition.Difference.Change;
import dev.envlens.definition.Difference.Changed;
import dev.envlens.definition.Difference.Differs;
import dev.envlens.definition.Difference.Removed;
import dev.envlens.definition.Difference.What;
import dev.envlens.link.ContextEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares definitions part by part. Used once. */
final class PartsDiff {

  private final TextMatch match;
  private final List<Difference> found = new ArrayList<>();

  PartsDiff(TextMatch match) {
    this.match = match;
  }

  DefinitionDiff of(HashInput older, HashInput newer) {
    text(What.IMAGE, older.image(), newer.image());
    docker(older.docker(), newer.docker());
    conda(older.conda(), newer.conda());
    spark(spark(older), spark(newer));
    text(What.OS, Optional.of(os(older)), Optional.of(os(newer)));
    return new DefinitionDiff(found);
  }

  private void text(What what, Optional<String> older, Optional<String> newer) {
    change(older, newer).ifPresent(change -> found.add(Difference.of(what, change)));
  }

  private Optional<Change> change(Optional<String> older, Optional<String> newer) {
    if (older.isPresent() && newer.isPresent()) {
      return match.same(older.get(), newer.get())
          ? Optional.empty()
          : Optional.of(new Changed(older.get(), newer.get()));
    }
    return older.<Change>map(Removed::new).or(() -> newer.map(Added::new));
  }

  private static String os(HashInput input) {
    return input.os().toLowerCase(Locale.ROOT);
  }

  /** One that asks for nothing is none, as in the hash. */
  private static Optional<HashInput.Spark> spark(HashInput input) {
    return input
        .spark()
        .filter(spark -> !spark.repositories().isEmpty() || !spark.packages().isEmpty());
  }

  private void docker(Optional<HashInput.Docker> older, Optional<HashInput.Docker> newer) {
    text(What.CONTEXT, older.flatMap(this::address), newer.flatMap(this::address));
    dockerfile(older.flatMap(this::dockerfile), newer.flatMap(this::dockerfile));
    if (older.flatMap(this::dockerfile).isPresent()
        && newer.flatMap(this::dockerfile).isPresent()) {
      files(older.get(), newer.get());
    }
  }

  private void files(HashInput.Docker older, HashInput.Docker newer) {
    var before = files(older);
    var after = files(newer);
    if (before.isPresent() && after.isPresent()) {
      files(before.get(), after.get());
    } else if (!digest(older).equals(digest(newer))) {
      found.add(Difference.of(What.CONTEXT, new Differs()));
    }
  }

  private Optional<String> address(HashInput.Docker docker) {
    return docker instanceof HashInput.RemoteContext remote
        ? Optional.of(
            remote.url()
                + remote
                    .dockerfilePath()
                    .filter(path -> !path.equals(BuildContext.DEFAULT_DOCKERFILE))
                    .map(path -> " (" + path + ")")
                    .orElse(""))
        : Optional.empty();
  }

  private Optional<String> dockerfile(HashInput.Docker docker) {
    if (docker instanceof HashInput.LocalContext context) {
      return Optional.of(lineFeeds(context.dockerfile()));
    }
    if (docker instanceof HashInput.DigestedContext context) {
      return Optional.of(lineFeeds(context.dockerfile()));
    }
    return docker instanceof HashInput.Steps steps
        ? Optional.of(lineFeeds(steps.dockerfile()))
        : Optional.empty();
  }

  private static String lineFeeds(String text) {
    return text.replace("\r\n", "\n");
  }

  /** The files beside the Dockerfile, where they are known one by one. */
  private Optional<List<ContextEntry>> files(HashInput.Docker docker) {
    if (docker instanceof HashInput.LocalContext context) {
      return Optional.of(context.otherFiles());
    }
    boolean none =
        docker instanceof HashInput.Steps
            || (docker instanceof HashInput.DigestedContext context
                && context.otherFiles().isEmpty());
    return none ? Optional.of(List.of()) : Optional.empty();
  }

  private static Optional<String> digest(HashInput.Docker docker) {
    if (docker instanceof HashInput.LocalContext context) {
      return HashForm.digest(context.otherFiles());
    }
    return docker instanceof HashInput.DigestedContext context
        ? context.otherFiles()
        : Optional.empty();
  }

  private void dockerfile(Optional<String> older, Optional<String> newer) {
    var change = change(older, newer);
    if (change.orElse(null) instanceof Changed changed) {
      var before = changed.older().lines().toList();
      var after = changed.newer().lines().toList();
      int same = 0;
      while (same < before.size()
          && same < after.size()
          && match.same(before.get(same), after.get(same))) {
        same++;
      }
      found.add(new Difference(What.DOCKERFILE, What.DOCKERFILE.words(), changed, List.of(same)));
    } else {
      change.ifPresent(it -> found.add(Difference.of(What.DOCKERFILE, it)));
    }
  }

  private void files(List<ContextEntry> older, List<ContextEntry> newer) {
    var before = byPath(older);
    var after = byPath(newer);
    var paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      var one = Optional.ofNullable(before.get(path));
      var other = Optional.ofNullable(after.get(path));
      if (!one.equals(other)) {
        Change change =
            one.isEmpty() ? new Added(path) : other.isEmpty() ? new Removed(path) : new Differs();
        found.add(Difference.of(What.CONTEXT_FILE, path, change));
      }
    }
  }

  private static Map<String, ContextEntry> byPath(List<ContextEntry> entries) {
    return entries.stream()
        .collect(
            Collectors.toMap(
                ContextEntry::path, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  private void conda(Optional<HashInput.Conda> older, Optional<HashInput.Conda> newer) {
    if (older.isPresent() && newer.isPresent()) {
      new CondaDiff(match, found).of(older.get(), newer.get());
    } else {
      older.ifPresent(it -> found.add(Difference.of(What.CONDA, new Removed(""))));
      newer.ifPresent(it -> found.add(Difference.of(What.CONDA, new Added(""))));
    }
  }

  private void spark(Optional<HashInput.Spark> older, Optional<HashInput.Spark> newer) {
    var none = new HashInput.Spark(List.of(), List.of(), true);
    var before = older.orElse(none);
    var after = newer.orElse(none);
    new ListDiff(match, found)
        .of(What.SPARK_REPOSITORY, before.repositories(), after.repositories());
    new ListDiff(match, found).of(What.SPARK_PACKAGE, before.packages(), after.packages());
    if (older.isPresent() && newer.isPresent()) {
      text(
          What.SPARK_PRECACHE,
          Optional.of(Boolean.toString(before.precache())),
          Optional.of(Boolean.toString(after.precache())));
    }
  }
}
