package dev.envlens.app;

import dev.envlens.check.Secrets;
import dev.envlens.cli.Cli;
import dev.envlens.cli.Shell;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one entry point: the command line, which also starts the language server. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(cli().run(List.of(arguments), shell()));
  }

  static Cli cli() {
    return cli(System.getenv());
  }

  /**
   * The same as if the process had been started with these variables.
   *
   * @param variables the environment's
   */
  static Cli cli(Map<String, String> variables) {
    return new Cli(version(), Secrets::mask, Clock.system(ZoneId.systemDefault()), variables);
  }

  /**
   * The process's own streams: what is printed through {@code System.out} may be sent elsewhere.
   */
  static Shell shell() {
    return new Shell(
        Path.of(""),
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Main::wantsColours);
  }

  @SuppressWarnings("SystemConsoleNull") // It is null without a terminal: see the property below.
  private static boolean wantsColours() {
    String refused = Optional.ofNullable(System.getenv("NO_COLOR")).orElse("");
    if (!refused.isEmpty() || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    // From Java 22 on the console that is taken by default is there without a terminal, too.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /** As the jar's manifest says it. */
  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
