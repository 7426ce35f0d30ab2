package dev.envlens.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The commands that are under way, by the token of their progress. */
final class RunningCommands {

  private final Session session;
  private final Map<Either<String, Integer>, RunningCommand> running = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();

  RunningCommands(Session session) {
    this.session = session;
  }

  /**
   * A command begins.
   *
   * @param token the one that the client gave it to report with
   */
  RunningCommand begin(Optional<Either<String, Integer>> token) {
    var key = token.orElseGet(() -> Either.forLeft("envlens-" + number.incrementAndGet()));
    var report =
        new ProgressReports(
            session.connection(), key, token.isPresent(), session.client().window());
    var lines =
        session.wantsLog()
            ? Optional.of(new LogLines(session.connection(), key))
            : Optional.<LogLines>empty();
    var command = new RunningCommand(report, lines, session.workers().reading());
    running.put(key, command);
    command.whenEnded(() -> running.remove(key, command));
    return command;
  }

  void cancel(Either<String, Integer> token) {
    Optional.ofNullable(token).map(running::get).ifPresent(RunningCommand::cancel);
  }

  /** Completes once those that are under way now have tidied up. */
  CompletableFuture<Void> cancelAll() {
    var all = List.copyOf(running.values());
    all.forEach(RunningCommand::cancel);
    return CompletableFuture.allOf(
        all.stream().map(RunningCommand::over).toArray(CompletableFuture[]::new));
  }
}
