package dev.envlens.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A version of a conda package, in conda's version order. Order and equality are conda's: {@code
 * 1.1} and {@code 1.1.0} are equal, letters come before numbers, {@code dev} before all else and
 * {@code post} behind it.
 */
public final class CondaVersion implements Comparable<CondaVersion> {

  private final String text;
  private final Numeral epoch;
  private final List<Component> main;
  private final List<Component> local;

  private CondaVersion(String text, Numeral epoch, List<Component> main, List<Component> local) {
    this.text = text;
    this.epoch = epoch;
    this.main = main;
    this.local = local;
  }

  /**
   * The version that {@code text} says, spaces around it aside; empty when it is none. Valid are
   * letters, digits, {@code . _ * + !} (and {@code -} where there is no {@code _}): at most one
   * whole number before a {@code !}, at most one {@code +}, no empty part.
   */
  public static Optional<CondaVersion> parse(String text) {
    var lower = text.strip().toLowerCase(Locale.ROOT);
    var joined = lower.indexOf('_') < 0 ? lower.replace('-', '_') : lower;
    if (!Characters.areAll(joined, CondaVersion::isInVersion)) {
      return Optional.empty();
    }
    int bang = joined.indexOf('!');
    var epoch = bang < 0 ? "0" : joined.substring(0, bang);
    if (epoch.isEmpty() || !Characters.areAll(epoch, Characters::isDigit)) {
      return Optional.empty();
    }
    var rest = joined.substring(bang + 1);
    int plus = rest.indexOf('+');
    if (rest.indexOf('!') >= 0 || (plus >= 0 && rest.indexOf('+', plus + 1) >= 0)) {
      return Optional.empty();
    }
    var main = components(plus < 0 ? rest : rest.substring(0, plus));
    var local = plus < 0 ? Optional.of(List.<Component>of()) : components(rest.substring(plus + 1));
    if (main.isEmpty() || local.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CondaVersion(lower, new Numeral(epoch), main.get(), local.get()));
  }

  private static boolean isInVersion(char c) {
    return Characters.isDigit(c)
        || (c >= 'a' && c <= 'z')
        || c == '.'
        || c == '_'
        || c == '*'
        || c == '+'
        || c == '!';
  }

  private static Optional<List<Component>> components(String text) {
    // An underscore at the end is a tag of the last part: openssl's 1.0.1_ comes before 1.0.1a.
    boolean isTagged = text.endsWith("_");
    var body = isTagged ? text.substring(0, text.length() - 1) : text;
    var components = new ArrayList<Component>();
    int start = 0;
    for (int i = 0; i <= body.length(); i++) {
      boolean ends = i == body.length() || body.charAt(i) == '.' || body.charAt(i) == '_';
      if (!ends) {
        continue;
      }
      if (i == start) {
        return Optional.empty();
      }
      var part = body.substring(start, i);
      components.add(Component.of(i == body.length() && isTagged ? part + "_" : part));
      start = i + 1;
    }
    return Optional.of(List.copyOf(components));
  }

  /** How many parts the version has between points, without epoch and local part. */
  public int partCount() {
    return main.size();
  }

  /** The number that the part at {@code index} begins with; 0 where there is no such part. */
  public Numeral number(int index) {
    return index < main.size() && main.get(index).atom(0) instanceof Atom.Whole whole
        ? whole.value()
        : Numeral.ZERO;
  }

  /**
   * Whether this version begins with {@code prefix}, part by part, as conda's {@code 1.2.*} wants:
   * {@code 1.2.3} does with {@code 1.2}, {@code 1.20} doesn't.
   */
  public boolean startsWith(CondaVersion prefix) {
    if (!epoch.equals(prefix.epoch)) {
      return false;
    }
    if (prefix.local.isEmpty()) {
      return startsWith(main, prefix.main);
    }
    return compare(main, prefix.main) == 0 && startsWith(local, prefix.local);
  }

  private static boolean startsWith(List<Component> parts, List<Component> prefix) {
    int last = prefix.size() - 1;
    for (int i = 0; i < last; i++) {
      if (at(parts, i).compareTo(prefix.get(i)) != 0) {
        return false;
      }
    }
    return at(parts, last).startsWith(prefix.get(last));
  }

  private static Component at(List<Component> parts, int index) {
    return index < parts.size() ? parts.get(index) : Component.NONE;
  }

  @Override
  public int compareTo(CondaVersion other) {
    int order = epoch.compareTo(other.epoch);
    if (order == 0) {
      order = compare(main, other.main);
    }
    return order != 0 ? order : compare(local, other.local);
  }

  private static int compare(List<Component> one, List<Component> other) {
    int order = 0;
    for (int i = 0; order == 0 && i < Math.max(one.size(), other.size()); i++) {
      order = at(one, i).compareTo(at(other, i));
    }
    return order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CondaVersion version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(epoch, significant(main), significant(local));
  }

  /** Equal lists for parts that compare as equal: without what compares as a missing part. */
  private static List<List<Atom>> significant(List<Component> parts) {
    int size = parts.size();
    while (size > 0 && parts.get(size - 1).compareTo(Component.NONE) == 0) {
      size--;
    }
    return parts.subList(0, size).stream().map(Component::significant).toList();
  }

  /** The version in lower case, as conda writes it. */
  @Override
  public String toString() {
    return text;
  }

  /** A run of digits or of letters in a part of a version. */
  private sealed interface Atom extends Comparable<Atom> {
    Atom ZERO = new Whole(Numeral.ZERO);

    record Whole(Numeral value) implements Atom {}

    record Word(String value) implements Atom {}

    /** {@code post}, which is behind every number. */
    record Post() implements Atom {}

    static Atom of(String run) {
      if (Characters.isDigit(run.charAt(0))) {
        return new Whole(new Numeral(run));
      }
      // Upper case puts it before other words, which are lower case, and behind '*'.
      return run.equals("post") ? new Post() : new Word(run.equals("dev") ? "DEV" : run);
    }

    private int rank() {
      return this instanceof Word ? 0 : this instanceof Whole ? 1 : 2;
    }

    @Override
    default int compareTo(Atom other) {
      if (this instanceof Whole one && other instanceof Whole two) {
        return one.value().compareTo(two.value());
      }
      if (this instanceof Word one && other instanceof Word two) {
        return one.value().compareTo(two.value());
      }
      return Integer.compare(rank(), other.rank());
    }
  }

  /** What stands between two points: numbers and words in turn, a number first. */
  private record Component(List<Atom> atoms) implements Comparable<Component> {

    static final Component NONE = new Component(List.of());

    static Component of(String text) {
      var atoms = new ArrayList<Atom>();
      if (!Characters.isDigit(text.charAt(0))) {
        atoms.add(Atom.ZERO);
      }
      int start = 0;
      for (int i = 1; i <= text.length(); i++) {
        if (i == text.length() || kind(text.charAt(i)) != kind(text.charAt(start))) {
          atoms.add(Atom.of(text.substring(start, i)));
          start = i;
        }
      }
      return new Component(List.copyOf(atoms));
    }

    private static int kind(char c) {
      return Characters.isDigit(c) ? 0 : c == '*' ? 1 : 2;
    }

    Atom atom(int index) {
      return index < atoms.size() ? atoms.get(index) : Atom.ZERO;
    }

    boolean startsWith(Component prefix) {
      int last = prefix.atoms.size() - 1;
      for (int i = 0; i < last; i++) {
        if (atom(i).compareTo(prefix.atom(i)) != 0) {
          return false;
        }
      }
      if (prefix.atom(last) instanceof Atom.Word word) {
        return atom(last) instanceof Atom.Word own && own.value().startsWith(word.value());
      }
      return atom(last).compareTo(prefix.atom(last)) == 0;
    }

    List<Atom> significant() {
      int size = atoms.size();
      while (size > 0 && atoms.get(size - 1).equals(Atom.ZERO)) {
        size--;
      }
      return atoms.subList(0, size);
    }

    @Override
    public int compareTo(Component other) {
      int order = 0;
      for (int i = 0; order == 0 && i < Math.max(atoms.size(), other.atoms.size()); i++) {
        order = atom(i).compareTo(other.atom(i));
      }
      return order;
    }
  }
}
