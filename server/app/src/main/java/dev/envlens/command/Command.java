package dev.envlens.command;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Something that a client can ask for by name.
 *
 * @param <A> what it is told
 * @param <R> what it says at its end
 */
interface Command<A, R> {

  /** What clients call it: {@code envlens.server.…}. */
  String id();

  /** The fields of its argument, all of them. */
  List<String> fields();

  /**
   * Reads the argument.
   *
   * @throws Refused when a field is missing or isn't what it should be
   */
  A read(Fields fields);

  /**
   * Does it, on a thread that may wait for the disk; what the client is asked for meanwhile is not
   * waited for.
   *
   * @throws Refused when it can't be done, as when the file holds no environment
   */
  CompletableFuture<R> run(A arguments, Desk desk);

  /** The result as the client gets it. */
  JsonElement write(R result);
}
