package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is changed in a text, for the engine's eyes only, so that its readable rest can be read:
 * parts are blanked, closing brackets and quotes are put in. Offsets in the repaired text lead back
 * to the original.
 */
record Repairs(List<TextRange> blanks, List<Insertion> insertions) {

  record Insertion(int offset, String text) {}

  static Repairs none() {
    return new Repairs(List.of(), List.of());
  }

  static Repairs blank(TextRange range) {
    return new Repairs(List.of(range), List.of());
  }

  static Repairs insert(int offset, String text) {
    return new Repairs(List.of(), List.of(new Insertion(offset, text)));
  }

  Repairs and(Repairs other) {
    var allBlanks = new ArrayList<>(blanks);
    allBlanks.addAll(other.blanks);
    var allInsertions = new ArrayList<>(insertions);
    allInsertions.addAll(other.insertions);
    allInsertions.sort(Comparator.comparingInt(Insertion::offset));
    return new Repairs(List.copyOf(allBlanks), List.copyOf(allInsertions));
  }

  String apply(String text) {
    if (blanks.isEmpty() && insertions.isEmpty()) {
      return text;
    }
    var result = new StringBuilder(text);
    for (var blank : blanks) {
      for (int i = blank.start(); i < blank.end(); i++) {
        char c = result.charAt(i);
        if (c != '\n' && c != '\r') {
          result.setCharAt(i, ' ');
        }
      }
    }
    for (int i = insertions.size() - 1; i >= 0; i--) {
      result.insert(insertions.get(i).offset(), insertions.get(i).text());
    }
    return result.toString();
  }

  /** The offset in the original text of an offset in the repaired one. */
  int original(int repaired) {
    int before = 0;
    for (var insertion : insertions) {
      int start = insertion.offset() + before;
      if (repaired <= start) {
        break;
      }
      int inside = Math.min(insertion.text().length(), repaired - start);
      before += inside;
    }
    return repaired - before;
  }

  /** How many characters of {@code text} are lost, plus how many were made up. */
  int cost(String text) {
    int cost = 0;
    for (var blank : blanks) {
      for (int i = blank.start(); i < blank.end(); i++) {
        cost += text.charAt(i) > ' ' ? 1 : 0;
      }
    }
    return cost + insertions.stream().mapToInt(insertion -> insertion.text().length()).sum();
  }
}
