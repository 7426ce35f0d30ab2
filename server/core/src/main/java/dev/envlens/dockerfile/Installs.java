package dev.envlens.dockerfile;

import dev.envlens.dockerfile.Install.BareRedirection;
import dev.envlens.dockerfile.Install.PackageFile;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Finds the installs of a Dockerfile and follows the files that they read. */
final class Installs {

  private final Dockerfile file;
  private final List<Install> found = new ArrayList<>();

  private Installs(Dockerfile file) {
    this.file = file;
  }

  static List<Install> in(Dockerfile file) {
    var installs = new Installs(file);
    var folders = new ArrayList<ContextPaths>();
    for (var stage : file.stages()) {
      // A stage that builds on another sees what was copied there.
      var paths =
          stage.base() instanceof StageBase.Earlier earlier
              ? folders.get(earlier.index()).copy()
              : new ContextPaths();
      for (var instruction : stage.instructions()) {
        paths.follow(instruction);
        installs.run(instruction, stage.index(), paths);
      }
      folders.add(paths);
    }
    return List.copyOf(installs.found);
  }

  private void run(Instruction instruction, int stage, ContextPaths paths) {
    var commands = file.shellCommands(instruction);
    if (commands.isEmpty()) {
      return;
    }
    var inside = paths.inside(instruction);
    for (var command : commands) {
      inside.follow(command);
      InstallReader.read(command)
          .map(install -> install(install, command, instruction, stage, inside))
          .ifPresent(found::add);
    }
  }

  private static Install install(
      InstallReader install, ShellCommand command, Instruction run, int stage, ContextPaths paths) {
    return new Install(
        install.tool(),
        run,
        stage,
        command,
        List.copyOf(install.packages()),
        List.copyOf(install.editables()),
        install.files().stream()
            .map(f -> new PackageFile(f.kind(), f.word(), paths.contextPath(f.word())))
            .toList(),
        bareRedirections(command, install.packages()));
  }

  private static List<BareRedirection> bareRedirections(
      ShellCommand command, List<ShellWord> packages) {
    var bare = new ArrayList<BareRedirection>();
    int next = 0;
    var redirections = command.redirections();
    for (int i = 0; i < redirections.size(); i++) {
      var first = redirections.get(i);
      int start = first.range().start();
      while (next < packages.size() && packages.get(next).range().end() <= start) {
        next++;
      }
      if (next == 0 || !isVersion(first)) {
        continue;
      }
      var name = packages.get(next - 1);
      int end = first.range().end();
      // With spaces, numpy >= 1.2, the version is a word of its own.
      if (next < packages.size() && first.target().map(ShellWord::text).orElse("").equals("=")) {
        end = packages.get(next).range().end();
      }
      // The rest of the specifier, as in numpy>=1.2,<2.
      while (i + 1 < redirections.size() && redirections.get(i + 1).range().start() == end) {
        end = redirections.get(++i).range().end();
      }
      bare.add(new BareRedirection(name, name.range().union(new TextRange(start, end)), first));
    }
    return List.copyOf(bare);
  }

  /** Whether it reads like a version: {@code >=1}, or {@code name<2}, but not {@code 2>log}. */
  private static boolean isVersion(Redirection redirection) {
    String target = redirection.target().map(ShellWord::text).orElse("");
    boolean angle = redirection.operator().equals(">") || redirection.operator().equals("<");
    if (!angle || redirection.descriptor() || target.isEmpty()) {
      return false;
    }
    char first = target.charAt(0);
    return first == '=' || (first >= '0' && first <= '9');
  }
}
