package dev.envlens.machine;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A value that is made when it is first asked for; making it is tried again after a failure. */
final class Lazy<T> {

  private final Supplier<T> making;
  private T value;

  Lazy(Supplier<T> making) {
    this.making = making;
  }

  synchronized T get() {
    if (value == null) {
      value = making.get();
    }
    return value;
  }

  synchronized void ifMade(Consumer<T> use) {
    if (value != null) {
      use.accept(value);
    }
  }
}
