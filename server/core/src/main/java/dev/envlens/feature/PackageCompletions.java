package dev.envlens.feature;

import dev.envlens.check.PythonVersions;
import dev.envlens.conda.CondaFile;
import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.RequirementLine;
import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packages with the newest version that is known, and behind an operator the versions. */
final class PackageCompletions {

  /** How many are offered at once; more typing brings the others. */
  private static final int MOST = 200;

  private static final int NAME = 2;
  private static final int OPERATOR = 3;
  private static final int VERSION = 4;

  private static final Pattern TYPED =
      Pattern.compile(
          "([\\w./-]+::)?([A-Za-z0-9_][\\w.-]*(?:\\[[^\\]]*\\])?)?\\s*([=<>!~]{1,3})?\\s*([^\\s,|]*)");

  private static final Comparator<String> NEWEST_FIRST =
      Comparator.comparing(
              CondaVersion::parse,
              Comparator.comparing(
                  (Optional<CondaVersion> version) -> version.orElse(null),
                  Comparator.nullsFirst(Comparator.naturalOrder())))
          .reversed();

  private final Aim aim;
  private final Offer offer;
  private final Knowledge knowledge;
  private final Installer installer;

  PackageCompletions(Aim aim, Offer offer, Knowledge knowledge, Installer installer) {
    this.aim = aim;
    this.offer = offer;
    this.knowledge = knowledge;
    this.installer = installer;
  }

  void add() {
    String typed = offer.place().token().typed();
    var parts = TYPED.matcher(typed);
    if (typed.startsWith("-") || !parts.matches()) {
      return;
    }
    if (parts.group(OPERATOR) != null && parts.group(NAME) != null) {
      addVersions(parts);
    } else if (parts.group(VERSION).isEmpty()) {
      addPackages(parts.group(1) == null ? 0 : parts.end(1), parts.group(NAME));
    }
  }

  private void addVersions(Matcher parts) {
    String operator = parts.group(OPERATOR);
    boolean mends = installer == Installer.PIP && operator.equals("=");
    int from = parts.start(mends ? OPERATOR : VERSION);
    String name = parts.group(NAME).replaceFirst("\\[.*", "");
    for (var version : versions(name)) {
      offer.rest(
          Shown.of(version, Kind.VERSION, ""),
          from,
          mends ? "==" + version : version,
          mends ? "=" + version : version);
    }
  }

  private List<String> versions(String name) {
    boolean python = installer == Installer.CONDA && new PackageName(name).key().equals("python");
    return python ? pythons() : known(name);
  }

  private List<String> known(String name) {
    var recommended = Optional.ofNullable(PythonVersions.shipped().recommended().get(name));
    return Stream.concat(
            recommended.stream(), knowledge.packages().versions(name, installer).stream())
        .distinct()
        .sorted(NEWEST_FIRST)
        .limit(MOST)
        .toList();
  }

  /** The releases that are supported today: the recommended one, then the newest first. */
  private List<String> pythons() {
    var table = PythonVersions.shipped();
    String recommended = table.recommended("python");
    return table.releases().stream()
        .filter(release -> !release.released().isAfter(knowledge.today()))
        .filter(release -> !release.endOfLife().isBefore(knowledge.today()))
        .map(PythonVersions.Release::version)
        .sorted(Comparator.comparing((String version) -> !version.equals(recommended)))
        .toList();
  }

  private void addPackages(int from, String typed) {
    var listed = listed();
    String wanted = new PackageName(typed == null ? "" : typed).key();
    Predicate<String> fits =
        name -> {
          String key = new PackageName(name).key();
          return key.contains(wanted) && !listed.contains(key);
        };
    var known = knowledge.packages().packages(installer, fits, MOST + 1);
    var candidates =
        Stream.concat(first().filter(one -> fits.test(one.name())), known.stream())
            .filter(one -> listed.add(new PackageName(one.name()).key()))
            .limit(MOST + 1L)
            .toList();
    candidates.stream().limit(MOST).forEach(one -> add(one, from));
    if (candidates.size() > MOST) {
      offer.hasMore();
    }
  }

  /** What a conda definition needs first of all. */
  private Stream<KnownPackages.KnownPackage> first() {
    return installer == Installer.PIP
        ? Stream.empty()
        : Stream.of(
            new KnownPackages.KnownPackage("python", "The language itself"),
            new KnownPackages.KnownPackage("pip", "Installs what stands under pip:"));
  }

  private void add(KnownPackages.KnownPackage known, int from) {
    String operator = installer == Installer.PIP ? "==" : "=";
    String text =
        versions(known.name()).stream()
            .findFirst()
            .map(version -> known.name() + operator + version)
            .orElse(known.name());
    offer.rest(Shown.of(known.name(), Kind.PACKAGE, known.about()), from, text, known.name());
  }

  /** The packages that stand in the definition already, apart from the one being typed. */
  private Set<String> listed() {
    return aim.conda().map(this::listed).orElseGet(HashSet::new);
  }

  private Set<String> listed(CondaFile file) {
    var conda =
        file.packages()
            .filter(one -> !isBeingTyped(one.item()))
            .flatMap(one -> one.spec().ok().stream())
            .map(MatchSpec::packageName);
    var pip =
        file.requirements()
            .filter(one -> !isBeingTyped(one.item()))
            .flatMap(PackageCompletions::name);
    return Stream.concat(conda, pip)
        .map(PackageName::key)
        .collect(Collectors.toCollection(HashSet::new));
  }

  static Stream<PackageName> name(Dependency.PipRequirement requirement) {
    return requirement
        .line()
        .ok()
        .filter(RequirementLine.Named.class::isInstance)
        .map(line -> ((RequirementLine.Named) line).requirement().packageName())
        .stream();
  }

  private boolean isBeingTyped(Item item) {
    TextRange token = offer.place().token().content();
    return item.range().intersects(token);
  }
}
