package dev.envlens.build;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.machine.Machine;
import dev.envlens.progress.Progress;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A folder with definitions, and a machine to build them on. */
final class Bench implements AutoCloseable {

  /** A stand-in for conda: it "installs" by writing down what it was asked for. */
  static final String CONDA =
      """
      #!/bin/sh
      if [ "$1" = clean ]; then exit 0; fi
      shift 2
      while [ $# -gt 0 ]; do
        case "$1" in
          -p) prefix="$2"; shift 2 ;;
          -f) file="$2"; shift 2 ;;
          *) shift ;;
        esac
      done
      if grep -q no-such-package "$file"; then
        echo 'PackagesNotFoundError: The following packages are not available from current channels:'
        echo
        echo '  - no-such-package'
        exit 1
      fi
      mkdir -p "$prefix/bin" "$prefix/conda-meta"
      cp "$file" "$prefix/conda-meta/installed.yml"
      echo "#!/bin/sh" > "$prefix/bin/stand-in"
      echo "echo in $prefix" >> "$prefix/bin/stand-in"
      chmod +x "$prefix/bin/stand-in"
      """;

  private final Path folder;
  final Machine machine;

  Bench(Path folder, Map<String, String> variables) {
    this.folder = folder;
    var all = new HashMap<>(variables);
    all.putIfAbsent("PATH", System.getenv("PATH"));
    all.putIfAbsent("HOME", folder.toString());
    all.putIfAbsent("ENVLENS_BUILD_NETWORK", "host");
    this.machine =
        new Machine(
            MachineSettings.of(all, true),
            new UserFolders(folder.resolve(".data"), folder.resolve(".cache")),
            Clock.systemUTC());
  }

  Bench file(String path, String text) {
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.writeString(folder.resolve(path), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String path) {
    return folder.resolve(path);
  }

  BuildRequest request(String path) {
    var surroundings = new DiskSurroundings(1 << 20);
    return new BuildRequest(definition(path, surroundings), surroundings, path, false, false);
  }

  private Definition definition(String path, DiskSurroundings surroundings) {
    try {
      var file = folder.resolve(path);
      var source = new Source(FileUris.of(file), Yaml.parse(Files.readString(file)));
      return Contents.of(source, surroundings).definitions().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BuildResult build(String path) {
    return build(request(path), new Watched());
  }

  BuildResult build(BuildRequest request, Progress progress) {
    return machine.builds().build(request, progress);
  }

  static BuildRequest pushing(BuildRequest request) {
    return new BuildRequest(
        request.definition(), request.surroundings(), request.source(), request.rebuild(), true);
  }

  static BuildRequest again(BuildRequest request) {
    return new BuildRequest(
        request.definition(), request.surroundings(), request.source(), true, request.push());
  }

  @Override
  public void close() {
    machine.close();
  }

  /** Keeps what it is told, and can cancel at a line. */
  static final class Watched implements Progress {
    final List<String> steps = new CopyOnWriteArrayList<>();
    final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private final Optional<String> end;
    private final Runnable reached;
    private volatile boolean cancelled;

    Watched() {
      this(Optional.empty(), () -> {});
    }

    private Watched(Optional<String> end, Runnable reached) {
      this.end = end;
      this.reached = reached;
    }

    /** Is cancelled once a line says so. */
    static Watched cancelledAt(String line) {
      var made = new Watched[1];
      made[0] = new Watched(Optional.of(line), () -> made[0].cancel());
      return made[0];
    }

    /** Does something once a line says so. */
    static Watched at(String line, Runnable action) {
      return new Watched(Optional.of(line), action);
    }

    void cancel() {
      cancelled = true;
      actions.forEach(Runnable::run);
    }

    @Override
    public void step(String title, int percent) {
      steps.add(title);
    }

    @Override
    public void line(String line) {
      lines.add(line);
      if (end.filter(line::equals).isPresent()) {
        reached.run();
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void whenCancelled(Runnable action) {
      actions.add(action);
      if (cancelled) {
        action.run();
      }
    }
  }
}
