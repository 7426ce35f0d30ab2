package dev.envlens.conda;

import dev.envlens.text.Nearest;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the options of a line in a requirements file: {@code --name}, {@code --name=value}, {@code
 * --name value}, {@code -n value}, and long names cut short as long as they stay unique (pip,
 * requirements file format).
 */
final class PipOptionsReader {

  private static final Map<String, String> SHORT =
      Map.of(
          "-r", "--requirement",
          "-c", "--constraint",
          "-e", "--editable",
          "-i", "--index-url",
          "-f", "--find-links",
          "-C", "--config-settings");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("--pypi-url", "--index-url", "--config-setting", "--config-settings");

  /** Every long name, the old ones included, in order. */
  private static final List<String> LONG =
      List.of(
          "--all-releases",
          "--config-setting",
          "--config-settings",
          "--constraint",
          "--editable",
          "--extra-index-url",
          "--find-links",
          "--global-option",
          "--hash",
          "--index-url",
          "--install-option",
          "--no-binary",
          "--no-index",
          "--only-binary",
          "--only-final",
          "--pre",
          "--prefer-binary",
          "--pypi-url",
          "--require-hashes",
          "--requirement",
          "--trusted-host",
          "--use-feature");

  private static final Set<String> WITHOUT_VALUE =
      Set.of("--no-index", "--pre", "--prefer-binary", "--require-hashes");

  /** What pip takes on its command line, and people try in files. */
  private static final Set<String> COMMAND_LINE =
      Set.of(
          "--break-system-packages",
          "--default-timeout",
          "--disable-pip-version-check",
          "--force-reinstall",
          "--ignore-installed",
          "--no-build-isolation",
          "--no-cache-dir",
          "--no-deps",
          "--no-warn-script-location",
          "--proxy",
          "--quiet",
          "--target",
          "--timeout",
          "--upgrade",
          "--upgrade-strategy",
          "--use-pep517",
          "--user",
          "--verbose",
          "-I",
          "-U",
          "-q",
          "-t",
          "-v");

  private static final Map<String, Integer> HASH_LENGTHS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  private final Cursor cursor;

  PipOptionsReader(String text, int start, int end) {
    this.cursor = new Cursor(text, start, end);
  }

  List<PipOption> read() {
    var options = new ArrayList<PipOption>();
    cursor.skipSpaces();
    while (!cursor.isDone()) {
      if (cursor.peek() != '-') {
        // pip ignores what follows an editable, a marker for instance.
        if (!options.isEmpty() && options.get(options.size() - 1).name().equals("--editable")) {
          return options;
        }
        throw Fault.at(
            word().range(), "An option begins with a dash. Put quotes around a value with spaces.");
      }
      options.add(option());
      cursor.skipSpaces();
    }
    return options;
  }

  private PipOption option() {
    var word = word();
    boolean isLong = word.text().startsWith("--");
    int equals = word.text().indexOf('=');
    int longEnd = equals < 0 ? word.text().length() : equals;
    int length = isLong ? longEnd : Math.min(2, word.text().length());
    int start = word.range().start();
    var range = new TextRange(start, Math.min(start + length, word.range().end()));
    var name = name(new Part(word.text().substring(0, length), range));
    boolean isGlued = word.text().length() > length;
    if (WITHOUT_VALUE.contains(name)) {
      if (isGlued) {
        throw Fault.at(word.range(), "%s takes no value. Remove it.".formatted(name));
      }
      return new PipOption(name, Optional.empty(), range);
    }
    var value = isGlued ? glued(word, length + (isLong ? 1 : 0)) : next(name, range);
    if (value.text().isEmpty()) {
      throw noValue(name, range);
    }
    if (name.equals("--hash")) {
      checkHash(value);
    }
    return new PipOption(name, Optional.of(value), range);
  }

  private static Part glued(Part word, int from) {
    int start = Math.min(word.range().start() + from, word.range().end());
    return new Part(word.text().substring(from), new TextRange(start, word.range().end()));
  }

  private Part next(String name, TextRange range) {
    cursor.skipSpaces();
    if (cursor.isDone()) {
      throw noValue(name, range);
    }
    return word();
  }

  private static Fault noValue(String name, TextRange range) {
    return Fault.at(range, "%s needs a value. Write one behind it.".formatted(name));
  }

  /** The long name that {@code written} means. */
  private static String name(Part written) {
    var text = written.text();
    var full = SHORT.getOrDefault(text, text);
    if (LONG.contains(full)) {
      return OTHER_NAMES.getOrDefault(full, full);
    }
    if (COMMAND_LINE.contains(text)) {
      throw Fault.at(
          written.range(),
          "pip takes %s on its command line only, not in a list of requirements. Remove it."
              .formatted(text));
    }
    var begun = LONG.stream().filter(name -> text.length() > 2 && name.startsWith(text)).toList();
    if (begun.size() == 1) {
      return OTHER_NAMES.getOrDefault(begun.get(0), begun.get(0));
    }
    throw unknown(written);
  }

  private static Fault unknown(Part written) {
    var nearest =
        Nearest.to(written.text(), written.text().startsWith("--") ? LONG : SHORT.keySet());
    if (nearest.isEmpty()) {
      return Fault.at(
          written.range(),
          ("pip knows no option %s in a list of requirements. Remove it, or see "
                  + "pip's documentation of the requirements file format.")
              .formatted(Fault.quoted(written.text())));
    }
    return Fault.mendable(
        written.range(),
        "pip knows no option %s in a list of requirements. Did you mean '%s'?"
            .formatted(Fault.quoted(written.text()), nearest.get()),
        TextEdit.replace(written.range(), nearest.get()));
  }

  private static void checkHash(Part value) {
    int colon = value.text().indexOf(':');
    var length = HASH_LENGTHS.get(value.text().substring(0, Math.max(0, colon)));
    if (length == null) {
      throw Fault.at(
          value.range(),
          "A hash is written as its algorithm, ':' and its digits. Use sha256, sha384 or sha512.");
    }
    var digits = value.text().substring(colon + 1);
    if (digits.length() != length || !Characters.areAll(digits, Characters::isHex)) {
      throw Fault.at(
          value.range(),
          "A %s hash has %d hexadecimal digits, this has %d characters."
              .formatted(value.text().substring(0, colon), length, digits.length()));
    }
  }

  /** The next word, quotes taken away; its range holds them. */
  private Part word() {
    int start = cursor.position();
    var word = new StringBuilder();
    while (!cursor.isDone() && !Characters.isSpace(cursor.peek())) {
      char next = cursor.peek();
      if (next != '"' && next != '\'') {
        word.append(next);
        cursor.advance(1);
        continue;
      }
      int opening = cursor.position();
      cursor.advance(1);
      word.append(cursor.take(c -> c != next).text());
      if (!cursor.accept(next)) {
        throw Fault.at(
            new TextRange(opening, opening + 1),
            "This quote is never closed. Add %s.".formatted(next));
      }
    }
    return new Part(word.toString(), new TextRange(start, cursor.position()));
  }
}
