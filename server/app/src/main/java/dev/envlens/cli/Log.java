package dev.envlens.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where a server's log goes. While it lasts nothing but the protocol reaches standard output:
 * whatever a library prints there stands in the log.
 */
final class Log implements AutoCloseable {

  static final String DEFAULT_LEVEL = "warn";

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final PrintStream log;

  private Log(String file, Shell shell) {
    this.log = file.isEmpty() ? err : open(file, shell);
  }

  /**
   * Call it before anything logs.
   *
   * @param file where the log is added to; empty for standard error
   * @param level {@code --log-level}
   */
  static Log start(String file, String level, Shell shell) {
    var log = new Log(file, shell);
    System.setOut(log.log);
    System.setErr(log.log);
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    setJavaLogging(level);
    return log;
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    if (log != err) {
      log.close();
    }
  }

  private static PrintStream open(String name, Shell shell) {
    try {
      var file = new FileOutputStream(shell.path(name).toFile(), true);
      return new PrintStream(file, true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Misuse("can't write the log: " + e.getMessage());
    }
  }

  /** LSP4J logs to the JDK's own. */
  private static void setJavaLogging(String name) {
    var level =
        switch (name) {
          case "off" -> Level.OFF;
          case "error" -> Level.SEVERE;
          case "info" -> Level.INFO;
          case "debug" -> Level.FINE;
          case "trace" -> Level.ALL;
          default -> Level.WARNING;
        };
    var root = Logger.getLogger("");
    root.setLevel(level);
    // Handlers pass on INFO and above as they are, and to make them takes time at every start.
    if (level.intValue() < Level.INFO.intValue()) {
      for (Handler handler : root.getHandlers()) {
        handler.setLevel(level);
      }
    }
  }
}
