package dev.envlens.feature;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.RequirementsLink;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands above each environment: its hash, who maintains its packages, how many of them are
 * unpinned, what it shares with others. Above a conda file that was opened by itself: how many of
 * its packages are unpinned.
 */
public final class Lenses {

  /** How much of a reason is shown, in UTF-16 units; the hover has all of it. */
  private static final int MOST = 60;

  private final Surroundings surroundings;
  private final Neighbours neighbours;

  private Lenses(Surroundings surroundings, Neighbours neighbours) {
    this.surroundings = surroundings;
    this.neighbours = neighbours;
  }

  /** The lenses of {@code contents}, as {@code surroundings} are now. */
  public static List<Lens> of(Contents contents, Surroundings surroundings, Neighbours neighbours) {
    var lenses = new Lenses(surroundings, neighbours);
    return Stream.concat(
            contents.definitions().stream().flatMap(lenses::environment),
            contents.condaFiles().stream().flatMap(lenses::conda))
        .toList();
  }

  private Stream<Lens> environment(Definition definition) {
    var range = definition.anchor();
    var hashing = Hashing.of(definition, surroundings);
    String title = hash(hashing) + " · " + definition.kind().label();
    long unpinned =
        definition.effectiveConda().flatMap(Conda::section).map(this::unpinned).orElse(0L);
    var first = new Lens(range, unpinned == 0 ? title : title + " · " + unpinned + " unpinned");
    return Stream.concat(
        Stream.of(first),
        hashing instanceof Hashing.Known known
            ? neighbours(definition, known, range)
            : Stream.empty());
  }

  private Stream<Lens> neighbours(Definition definition, Hashing.Known known, TextRange range) {
    var near = neighbours.of(definition, known.hash(), surroundings);
    int others = near.sharing().size();
    var same =
        others == 0
            ? Stream.<Lens>empty()
            : Stream.of(
                new Lens(
                    range,
                    others == 1 ? "same image as 1 other" : "same image as " + others + " others"));
    var twin =
        near.twins().stream()
            .limit(1)
            .map(one -> new Lens(range, "differs from %s in order alone".formatted(words(one))));
    return Stream.concat(same, twin);
  }

  private static String words(Neighbours.Neighbour one) {
    return "'%s'".formatted(one.name().orElseGet(() -> Paths.name(one.file())));
  }

  private static String hash(Hashing hashing) {
    if (hashing instanceof Hashing.Known known) {
      return "hash " + known.hash().short8();
    }
    var unknown = (Hashing.Unknown) hashing;
    return unknown.pending()
        ? "hash not known yet"
        : "hash unknown: " + ShortText.cut(unknown.reason(), MOST);
  }

  private Stream<Lens> conda(CondaSection section) {
    long unpinned = unpinned(section);
    return unpinned == 0
        ? Stream.empty()
        : section.file().node().entries().stream()
            .limit(1)
            .map(entry -> new Lens(entry.key().range(), unpinned + " unpinned"));
  }

  private long unpinned(CondaSection section) {
    long count = 0;
    for (var dependency : section.file().dependencies()) {
      if (dependency instanceof Dependency.CondaPackage conda) {
        count += isUnpinned(conda) ? 1 : 0;
      } else if (dependency instanceof Dependency.Pip pip) {
        count += pip.requirements().stream().filter(one -> isUnpinned(one.line())).count();
      }
    }
    return count + section.includes().stream().mapToLong(Lenses::unpinned).sum();
  }

  /** Of a requirements file that the list includes; what that includes in turn isn't followed. */
  private static long unpinned(RequirementsLink link) {
    boolean installs =
        link.requirement()
            .line()
            .ok()
            .filter(RequirementLine.IncludeRequirements.class::isInstance)
            .isPresent();
    return installs && link.state() instanceof FileState.Text text
        ? RequirementsFile.parse(text.text()).entries().stream()
            .filter(entry -> isUnpinned(entry.line()))
            .count()
        : 0;
  }

  /** Names that begin with {@code __} stand for the machine; nothing is installed for them. */
  private static boolean isUnpinned(Dependency.CondaPackage found) {
    return found.spec() instanceof Parsed.Ok<MatchSpec> ok
        && ok.value().pinning().level() == Pinning.Level.UNPINNED
        && !ok.value().name().text().startsWith("__");
  }

  private static boolean isUnpinned(Parsed<RequirementLine> line) {
    return line.ok()
        .flatMap(RequirementLine::pinning)
        .filter(pinning -> pinning.level() == Pinning.Level.UNPINNED)
        .isPresent();
  }
}
