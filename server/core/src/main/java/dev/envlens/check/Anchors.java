package dev.envlens.check;

import java.util.regex.Pattern;

/** Anchors in YAML, which something elsewhere may refer to. */
final class Anchors {

  private static final Pattern ANCHOR = Pattern.compile("[\\s:,\\[{-]&[^\\s,\\[\\]{}]");

  private Anchors() {}

  /** Whether {@code text} seems to have an anchor in it, so that it can't simply go. */
  static boolean in(String text) {
    return ANCHOR.matcher(text).find();
  }
}
