package dev.envlens.schema;

import java.util.function.Supplier;

/** A value that is made when first asked for, once, whichever thread asks. */
final class Lazy<T> {

  private final Supplier<T> maker;
  private volatile T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = maker.get();
          value = made;
        }
      }
    }
    return made;
  }
}
