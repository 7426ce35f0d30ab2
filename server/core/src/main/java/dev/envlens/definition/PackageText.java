package dev.envlens.definition;

import dev.envlens.conda.PackageName;

/**
 * A dependency's text, taken apart far enough to see which package it is about. Placeholders don't
 * hinder it, as they would a parser of what is complete.
 *
 * @param name as written; the whole text where no package is named
 * @param prefix what stands before the name: a conda channel
 * @param rest what stands behind it: a version, extras, a marker
 */
record PackageText(String prefix, String name, String rest) {

  static PackageText of(String text) {
    int start = text.indexOf("::") + 2;
    if (start < 2 || text.substring(0, start).indexOf(' ') >= 0) {
      start = 0;
    }
    int end = start;
    while (end < text.length() && isInName(text.charAt(end))) {
      end++;
    }
    boolean address = text.startsWith("://", end) || text.startsWith("+", end);
    if (address && start == 0) {
      return ofAddress(text);
    }
    boolean option = end == start || "-.".indexOf(text.charAt(start)) >= 0;
    return option
        ? new PackageText("", text, "")
        : new PackageText(
            text.substring(0, start), text.substring(start, end), text.substring(end).strip());
  }

  /** Of a repository the revision is the version. */
  private static PackageText ofAddress(String text) {
    int revision = text.indexOf('@', Math.max(0, text.lastIndexOf('/')));
    return revision < 0
        ? new PackageText("", text, "")
        : new PackageText("", text.substring(0, revision), text.substring(revision));
  }

  private static boolean isInName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }

  /** Equal for two texts about one package. */
  String key() {
    return rest.isEmpty() && prefix.isEmpty() && name.indexOf('/') >= 0
        ? name
        : new PackageName(name).key();
  }

  /** How the version moved, in as few words as tell it. */
  static String versions(String older, String newer) {
    var one = of(older);
    var other = of(newer);
    if (!one.prefix.equals(other.prefix)) {
      return "%s → %s".formatted(older, newer);
    }
    String operator = one.rest.startsWith("==") ? "==" : one.rest.startsWith("=") ? "=" : "";
    boolean alike = !operator.isEmpty() && isOne(one.rest, operator) && isOne(other.rest, operator);
    return "%s → %s"
        .formatted(words(one, alike ? operator : ""), words(other, alike ? operator : ""));
  }

  private static boolean isOne(String rest, String operator) {
    return rest.startsWith(operator)
        && !rest.startsWith("=", operator.length())
        && rest.indexOf(',') < 0
        && rest.indexOf('|') < 0;
  }

  private static String words(PackageText text, String operator) {
    String version = text.rest.substring(operator.length()).strip();
    return version.isEmpty() ? "no version" : version;
  }
}
