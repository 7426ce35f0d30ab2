package dev.envlens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Sends the lines that a program prints, many at once. */
final class LogLines implements AutoCloseable {

  private static final long PAUSE_MILLISECONDS = 100;

  /** What prints more has to wait for the client to read. */
  private static final int MOST_LINES = 1_000;

  private final EnvlensClient client;
  private final Either<String, Integer> build;
  private List<String> lines = new ArrayList<>();
  private boolean due;

  /**
   * @param build which of several builds it is: the token of its progress
   */
  LogLines(EnvlensClient client, Either<String, Integer> build) {
    this.client = client;
    this.build = build;
  }

  synchronized void add(String line) {
    lines.add(line);
    if (lines.size() >= MOST_LINES) {
      flush();
    } else if (!due) {
      due = true;
      Workers.later(PAUSE_MILLISECONDS, this::flushDue);
    }
  }

  private synchronized void flushDue() {
    due = false;
    flush();
  }

  private void flush() {
    if (lines.isEmpty()) {
      return;
    }
    var all = new JsonArray();
    lines.forEach(all::add);
    lines = new ArrayList<>();
    var message = new JsonObject();
    message.addProperty("build", build.isLeft() ? build.getLeft() : build.getRight().toString());
    message.add("lines", all);
    client.log(message);
  }

  @Override
  public synchronized void close() {
    flush();
  }
}
