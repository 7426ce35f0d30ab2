package dev.envlens.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder to fill for a test. */
record Tree(Path root) {

  /** Files that hold their own path. */
  Tree files(String... paths) {
    for (String path : paths) {
      file(path, path);
    }
    return this;
  }

  Tree file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Tree file(String path, byte[] content) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.write(root.resolve(path), content);
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  Tree folder(String path) {
    try {
      Files.createDirectories(root.resolve(path));
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** A link with exactly this text; Java's own way would tidy it. */
  Tree link(String path, String target) {
    folder(Path.of(path).resolveSibling("").toString());
    return run("ln", "-s", target, at(path).toString());
  }

  /** A named pipe, on which whoever opens it waits for a writer. */
  Tree pipe(String path) {
    return run("mkfifo", at(path).toString());
  }

  private Tree run(String... command) {
    try {
      int exit = new ProcessBuilder(command).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed with " + exit);
      }
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Path at(String path) {
    return root.resolve(path);
  }
}
