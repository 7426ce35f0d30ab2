package dev.envlens.buildlog;

import dev.envlens.buildlog.Signature.Weight;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What one step of a build printed, as far as it matters. */
final class StepLog {

  /** So many of the last lines are kept. */
  static final int TAIL = 15;

  /** conda lists what it misses below the line that says so, within so many lines. */
  private static final int LISTED_WITHIN = 6;

  private static final Pattern LISTED = Pattern.compile("^ *- *([A-Za-z0-9_][^\\s'\",]*)");
  private static final Pattern COLLECTING =
      Pattern.compile(
          "^ *(?:Collecting|Building wheel for|Running setup\\.py install for) ([\\w.-]+)");
  private static final Pattern NOT_INSTALLABLE =
      Pattern.compile("─ ([A-Za-z0-9_][\\w.-]*) .* is not installable because");
  private static final Pattern TIMED_OUT =
      Pattern.compile("(?i)\\btimed out\\b|deadline exceeded|\\btimeout\\b.*\\bexceeded");

  /** What pip says of packages is about the one that it last began with, if it doesn't say. */
  private static final Set<Kind> OF_A_PACKAGE =
      Set.of(Kind.PIP_FAILED, Kind.MPI_BUILD, Kind.COMPILE_ERROR, Kind.MISSING_MODULE);

  private final String instruction;
  private final Deque<String> tail = new ArrayDeque<>();
  private Optional<Clue> clue = Optional.empty();
  private String collecting = "";
  private String notInstallable = "";
  private String ignored = "";
  private boolean solving;
  private int listing;

  /**
   * @param instruction as the builder names the step; empty where there are no steps
   */
  StepLog(String instruction) {
    this.instruction = instruction;
  }

  String instruction() {
    return instruction;
  }

  Optional<Clue> clue() {
    return clue;
  }

  /** The package that was being installed; empty where none was. */
  String collecting() {
    return collecting;
  }

  List<String> tail() {
    return List.copyOf(tail);
  }

  void add(String line) {
    if (line.isBlank()) {
      return;
    }
    tail.addLast(line);
    if (tail.size() > TAIL) {
      tail.removeFirst();
    }
    follow(line);
    readListed(line);
    for (var signature : Signatures.ALL) {
      signature.in(line).ifPresent(about -> found(signature, about));
    }
    if (solving && TIMED_OUT.matcher(line).find()) {
      take(new Clue(Kind.CONDA_TIMEOUT, Weight.ROOT, ""));
    }
  }

  private void follow(String line) {
    if (line.contains("Solving environment") || line.contains("Collecting package metadata")) {
      solving = !line.contains("done");
    }
    if (line.contains("Requires-Python")) {
      ignored = line;
    }
    var began = COLLECTING.matcher(line);
    if (began.find()) {
      collecting = began.group(1);
    }
    if (line.contains("is not installable because")) {
      var found = NOT_INSTALLABLE.matcher(line);
      if (notInstallable.isEmpty() && found.find()) {
        notInstallable = found.group(1);
      }
    }
  }

  /** Takes what is listed below a line that announced it. */
  private void readListed(String line) {
    if (listing == 0) {
      return;
    }
    listing--;
    var item = LISTED.matcher(line);
    if (item.find()) {
      listing = 0;
      clue = clue.map(known -> known.about(item.group(1)));
    }
  }

  private void found(Signature signature, String about) {
    var found = new Clue(signature.kind(), signature.weight(), about);
    if (signature.kind() == Kind.INCOMPATIBLE_PYTHON && about.isEmpty()) {
      found = found.about(notInstallable);
    } else if (signature.kind() == Kind.NO_MATCHING_DISTRIBUTION && isIgnored(about)) {
      found = new Clue(Kind.INCOMPATIBLE_PYTHON, Weight.ROOT, about);
    } else if (about.isEmpty() && OF_A_PACKAGE.contains(signature.kind())) {
      found = found.about(collecting);
    }
    take(found);
  }

  /** pip says beforehand which versions it passed over because they want another Python. */
  private boolean isIgnored(String requirement) {
    int version = requirement.indexOf("==");
    return version > 0
        && (ignored.contains(" " + requirement.substring(version + 2) + " Requires-Python")
            || ignored.contains(":" + requirement.substring(version + 2) + " Requires-Python"));
  }

  private void take(Clue found) {
    if (clue.isEmpty() || found.outweighs(clue.get())) {
      clue = Optional.of(found);
      listing = found.about().isEmpty() && isListed(found.kind()) ? LISTED_WITHIN : 0;
    }
  }

  private static boolean isListed(Kind kind) {
    return kind == Kind.CONDA_PACKAGE_NOT_FOUND || kind == Kind.INCOMPATIBLE_PYTHON;
  }
}
