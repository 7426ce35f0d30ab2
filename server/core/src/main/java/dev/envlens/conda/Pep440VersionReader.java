package dev.envlens.conda;

import dev.envlens.conda.Pep440Version.PreRelease;
import dev.envlens.conda.Pep440Version.Suffix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a version in any of the spellings that PEP 440 knows, into its normal form. */
final class Pep440VersionReader {

  /** Spellings of the pre-release phases, the longer before those that they begin with. */
  private static final List<Map.Entry<String, String>> PHASES =
      List.of(
          Map.entry("alpha", "a"),
          Map.entry("beta", "b"),
          Map.entry("preview", "rc"),
          Map.entry("pre", "rc"),
          Map.entry("rc", "rc"),
          Map.entry("a", "a"),
          Map.entry("b", "b"),
          Map.entry("c", "rc"));

  private static final List<String> POSTS = List.of("post", "rev", "r");

  private final Cursor cursor;

  private Pep440VersionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static Optional<Pep440Version> read(String text) {
    return new Pep440VersionReader(new Cursor(text.strip().toLowerCase(Locale.ROOT))).version();
  }

  private Optional<Pep440Version> version() {
    cursor.accept('v');
    var first = digits();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var epoch = Numeral.ZERO;
    var release = new ArrayList<Numeral>();
    if (cursor.accept('!')) {
      epoch = first.get();
      first = digits();
      if (first.isEmpty()) {
        return Optional.empty();
      }
    }
    release.add(first.get());
    while (cursor.peek() == '.' && Characters.isDigit(cursor.peek(1))) {
      cursor.advance(1);
      digits().ifPresent(release::add);
    }
    var pre = pre();
    var post = post();
    var dev = dev();
    var local = local();
    if (local.isEmpty() || !cursor.isDone()) {
      return Optional.empty();
    }
    return Optional.of(new Pep440Version(epoch, release, new Suffix(pre, post, dev, local.get())));
  }

  private Optional<PreRelease> pre() {
    int separator = separator();
    for (var phase : PHASES) {
      if (isAt(phase.getKey(), separator)) {
        cursor.advance(separator + phase.getKey().length());
        return Optional.of(new PreRelease(phase.getValue(), number()));
      }
    }
    return Optional.empty();
  }

  private Optional<Numeral> post() {
    if (cursor.peek() == '-' && Characters.isDigit(cursor.peek(1))) {
      cursor.advance(1);
      return digits();
    }
    int separator = separator();
    for (var post : POSTS) {
      if (isAt(post, separator)) {
        cursor.advance(separator + post.length());
        return Optional.of(number());
      }
    }
    return Optional.empty();
  }

  private Optional<Numeral> dev() {
    int separator = separator();
    if (!isAt("dev", separator)) {
      return Optional.empty();
    }
    cursor.advance(separator + "dev".length());
    return Optional.of(number());
  }

  /** The local version: no parts when there is none; empty when it is malformed. */
  private Optional<List<String>> local() {
    if (!cursor.accept('+')) {
      return Optional.of(List.of());
    }
    var parts = new ArrayList<String>();
    do {
      var part = cursor.take(Characters::isAlphanumeric).text();
      if (part.isEmpty()) {
        return Optional.empty();
      }
      boolean isNumber = Characters.areAll(part, Characters::isDigit);
      parts.add(isNumber ? new Numeral(part).digits() : part);
    } while (cursor.accept('.') || cursor.accept('-') || cursor.accept('_'));
    return Optional.of(List.copyOf(parts));
  }

  /** The number that may follow a word, with or without a separator; 0 when it is left out. */
  private Numeral number() {
    cursor.advance(separator());
    return digits().orElse(Numeral.ZERO);
  }

  private Optional<Numeral> digits() {
    var digits = cursor.take(Characters::isDigit).text();
    return digits.isEmpty() ? Optional.empty() : Optional.of(new Numeral(digits));
  }

  /** The length, 0 or 1, of the separator that comes next. */
  private int separator() {
    char next = cursor.peek();
    return next == '.' || next == '-' || next == '_' ? 1 : 0;
  }

  private boolean isAt(String word, int ahead) {
    for (int i = 0; i < word.length(); i++) {
      if (cursor.peek(ahead + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
