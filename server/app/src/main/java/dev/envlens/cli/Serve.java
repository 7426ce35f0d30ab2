package dev.envlens.cli;

import dev.envlens.lsp.Conversation;
import dev.envlens.lsp.EnvlensServer;
import dev.envlens.lsp.Overture;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens server}: the language server, for editors to start. */
final class Serve implements Command {

  private static final Set<String> PLAIN = Set.of("--stdio", "--clientProcessId=");

  private final String version;
  private final Clock clock;
  private final Map<String, String> variables;

  Serve(String version, Clock clock, Map<String, String> variables) {
    this.version = version;
    this.clock = clock;
    this.variables = variables;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Start the language server; editors do this.");
    return spec.addOption(
            Options.flag("--stdio", "Talk over standard input and output, as it does anyway.")
                .build())
        .addOption(
            Options.value(
                "--socket",
                "PORT",
                Integer.class,
                "Wait for one client on this port of the loopback interface, for debugging; 0 takes"
                    + " any free one."))
        .addOption(
            Options.choice(
                "--log-level",
                "LEVEL",
                "What to log",
                Log.DEFAULT_LEVEL,
                "off",
                "error",
                "info",
                "debug",
                "trace"))
        .addOption(
            Options.value(
                "--log-file", "FILE", String.class, "Add the log to this file, not to stderr."))
        .addOption(
            // Editors may add this, as the protocol suggests; the same comes with `initialize`.
            Options.flag("--clientProcessId", "")
                .arity("1")
                .type(String.class)
                .hidden(true)
                .build());
  }

  /**
   * Whether {@code arguments} are those that editors pass, which ask for nothing else than none do.
   * They needn't be parsed then, and to load what parses them takes a tenth of the server's start.
   */
  static boolean isPlain(List<String> arguments) {
    var seen = new HashSet<String>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals + 1);
      if (!PLAIN.contains(name) || !seen.add(name)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #run(ParseResult, Shell)} does without any arguments. */
  int run(Shell shell) {
    var log = Log.start("", Log.DEFAULT_LEVEL, shell);
    try {
      return converse(shell.in(), shell.out());
    } finally {
      log.close();
    }
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var log =
        Log.start(
            arguments.matchedOptionValue("--log-file", ""),
            arguments.matchedOptionValue("--log-level", Log.DEFAULT_LEVEL),
            shell);
    try {
      return arguments.hasMatchedOption("--socket")
          ? onSocket(arguments.matchedOptionValue("--socket", 0), shell)
          : converse(shell.in(), shell.out());
    } catch (IOException e) {
      throw new Misuse("the server can't listen: " + e.getMessage());
    } finally {
      log.close();
    }
  }

  private int onSocket(int port, Shell shell) throws IOException {
    if (port < 0 || port > 0xFFFF) {
      throw new Misuse("there is no port " + port);
    }
    try (var listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      shell.say("waiting for a client on port " + listening.getLocalPort());
      try (var client = listening.accept()) {
        return converse(client.getInputStream(), client.getOutputStream());
      }
    }
  }

  private int converse(InputStream in, OutputStream out) {
    // While the client is still introducing itself.
    var overture = CompletableFuture.runAsync(Overture::play);
    try (var server = new EnvlensServer(version, clock, variables)) {
      var launcher =
          Conversation.of(
              server,
              new EndingInput(new BufferedInputStream(in), server::exit),
              new BufferedOutputStream(out));
      var listening = launcher.startListening();
      int status = server.whenOver().join();
      listening.cancel(false);
      overture.cancel(false);
      return status;
    }
  }

  /** Says when a client is gone that never said goodbye. */
  private static final class EndingInput extends FilterInputStream {
    private final Runnable onEnd;

    EndingInput(InputStream in, Runnable onEnd) {
      super(in);
      this.onEnd = onEnd;
    }

    @Override
    public int read() throws IOException {
      try {
        int read = super.read();
        return read < 0 ? ended(read) : read;
      } catch (IOException e) {
        onEnd.run();
        throw e;
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int read = super.read(bytes, offset, length);
        return read < 0 ? ended(read) : read;
      } catch (IOException e) {
        onEnd.run();
        throw e;
      }
    }

    private int ended(int read) {
      onEnd.run();
      return read;
    }
  }
}
