package dev.envlens.feature;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.curated.Origin;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.EnvironmentUse;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Kind;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.definition.RequirementsLink;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheStatus;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What stands above each environment: its hash, where its image is cached, which version is
 * registered, who maintains its packages, how many of them are unpinned, what can be done about it,
 * what it shares with others. Above a conda file that was opened by itself: how many of its
 * packages are unpinned.
 */
public final class Lenses {

  /** How much of a reason is shown, in UTF-16 units; the hover has all of it. */
  private static final int MOST = 60;

  private final Surroundings surroundings;
  private final Workspace workspace;
  private final Set<Lens.Deed> offered;

  private Lenses(Surroundings surroundings, Workspace workspace, Set<Lens.Deed> offered) {
    this.surroundings = surroundings;
    this.workspace = workspace;
    this.offered = offered;
  }

  /**
   * The lenses of {@code contents}, as {@code surroundings} are now.
   *
   * @param offered what the person can have done at a click
   */
  public static List<Lens> of(
      Contents contents, Surroundings surroundings, Workspace workspace, Set<Lens.Deed> offered) {
    var lenses = new Lenses(surroundings, workspace, offered);
    return Stream.concat(
            Stream.concat(
                contents.definitions().stream().flatMap(lenses::environment),
                contents.uses().stream().flatMap(lenses::curated)),
            contents.condaFiles().stream().flatMap(lenses::conda))
        .toList();
  }

  /** A curated environment that is used by its name: who maintains it, and whether still. */
  private Stream<Lens> curated(EnvironmentUse use) {
    if (!(use instanceof Reference reference)
        || !(reference.target() instanceof ReferenceTarget.Named named)) {
      return Stream.empty();
    }
    return workspace.curated().get().find(named).stream()
        .map(
            found ->
                new Lens(
                    reference.text().range(),
                    new Kind.Curated(found.name()).label()
                        + (found.deprecation().isPresent() ? " · deprecated" : "")));
  }

  private Stream<Lens> environment(Definition definition) {
    var range = definition.anchor();
    var hashing = Hashing.of(definition, surroundings);
    if (hashing instanceof Hashing.Known known) {
      return Stream.of(
              Stream.of(new Lens(range, title(definition, known))),
              deeds(definition, known.hash().hex(), range),
              neighbours(definition, known, range))
          .flatMap(Function.identity());
    }
    return Stream.of(new Lens(range, hash(hashing) + maintenance(definition, hashing)));
  }

  private String title(Definition definition, Hashing.Known known) {
    String hash = known.hash().hex();
    String cached =
        workspace.images().status(hash).map(it -> " · " + CacheWords.briefly(it)).orElse("");
    String registered =
        registered(definition, hash)
            .flatMap(RegisteredWords::same)
            .map(" · registered as %s"::formatted)
            .orElse("");
    return hash(known) + cached + registered + maintenance(definition, known);
  }

  /** Who maintains its packages, and how many of them are unpinned. */
  private String maintenance(Definition definition, Hashing hashing) {
    long unpinned =
        definition.effectiveConda().flatMap(Conda::section).map(this::unpinned).orElse(0L);
    String kind = " · " + Origin.kind(definition, hashing).label();
    return unpinned == 0 ? kind : kind + " · " + unpinned + " unpinned";
  }

  private Stream<Lens> deeds(Definition definition, String hash, TextRange range) {
    var build =
        workspace
            .images()
            .status(hash)
            .filter(Lenses::canBeBuilt)
            .map(status -> lens(range, "Build", Lens.Deed.BUILD, definition));
    var register =
        registered(definition, hash)
            .flatMap(known -> known.next(definition))
            .map(version -> lens(range, "Register v" + version, Lens.Deed.REGISTER, definition));
    return Stream.of(build, register)
        .flatMap(Optional::stream)
        .filter(lens -> lens.act().map(Lens.Act::deed).filter(offered::contains).isPresent());
  }

  /** Where the local engine has answered, and no place is known to have the image. */
  private static boolean canBeBuilt(CacheStatus status) {
    boolean none = status.state() == CacheState.MISSING || status.state() == CacheState.UNKNOWN;
    return none
        && status
            .place(CachePlace.Kind.LOCAL)
            .filter(local -> local.state() == CacheState.MISSING)
            .isPresent();
  }

  private static Lens lens(TextRange range, String title, Lens.Deed deed, Definition definition) {
    var act = new Lens.Act(deed, definition.source().uri(), definition.pointer());
    return new Lens(range, title, Optional.of(act));
  }

  /** What the workspace has under its name, where it is one that is registered by a name. */
  private Optional<RegisteredWords> registered(Definition definition, String hash) {
    return definition
        .name()
        .map(Scalar::text)
        .filter(name -> definition.pointer().isEmpty() && !Placeholders.in(name))
        .flatMap(workspace.registered()::versions)
        .map(versions -> new RegisteredWords(versions, hash));
  }

  private Stream<Lens> neighbours(Definition definition, Hashing.Known known, TextRange range) {
    var near = workspace.neighbours().of(definition, known.hash(), surroundings);
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
