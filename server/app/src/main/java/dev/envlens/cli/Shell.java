package dev.envlens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Where a command runs.
 *
 * @param folder the working folder; the empty path is that of the process
 * @param out takes what was asked for, and nothing else
 * @param err takes everything else that there is to say
 * @param colours whether whoever reads {@code out} wants colours; asked only when it matters
 */
public record Shell(
    Path folder, InputStream in, OutputStream out, PrintStream err, BooleanSupplier colours) {

  /** Writes what was asked for. */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new Misuse("can't write the output: " + e.getMessage());
    }
  }

  /** Says one line on the error stream. */
  void say(String line) {
    err.println("envlens: " + Visible.text(line));
  }

  /** The path that an argument names. */
  Path path(String argument) {
    if (argument.isEmpty()) {
      throw new Misuse("an empty text names no file or folder");
    }
    try {
      return folder.resolve(argument);
    } catch (InvalidPathException e) {
      throw new Misuse("'%s' can't be a path".formatted(argument));
    }
  }
}
