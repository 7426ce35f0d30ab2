package dev.envlens.feature;

import dev.envlens.text.TextRange;

/** What to show over {@code range}, as Markdown. */
public record Hover(TextRange range, String markdown) {

  /**
   * What a user wants hovers to show.
   *
   * @param sdkVersion the SDK's anonymous version, beside the hash
   */
  public record Options(boolean sdkVersion) {}
}
