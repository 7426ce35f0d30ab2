package dev.envlens.refactor;

import dev.envlens.check.ListEdits;
import dev.envlens.check.PinEdits;
import dev.envlens.check.YamlEdits;
import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Pep440Version;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every package of an image as a pin of the conda definition that it was built with, those that
 * others brought along too; and how the two differ. What is listed keeps its place and its comment;
 * what isn't is added behind, python first and pip last.
 */
public final class WholePins {

  /**
   * A package that isn't the same in both.
   *
   * @param file its version as the definition gives it, empty text for none; absent when the
   *     definition doesn't list it
   * @param image its version in the image; absent when it has none
   */
  public record Difference(
      Origin origin, String name, Optional<String> file, Optional<String> image) {}

  private final CondaSection conda;
  private final Map<String, InstalledPackage> byConda;
  private final Map<String, InstalledPackage> byPip;
  private final List<Difference> differences = new ArrayList<>();
  private final List<TextEdit> edits = new ArrayList<>();
  private final Set<Integer> edited = new HashSet<>();

  private WholePins(CondaSection conda, BuiltImage image) {
    this.conda = conda;
    this.byConda = packages(image, Origin.CONDA);
    this.byPip = packages(image, Origin.PIP);
  }

  private static Map<String, InstalledPackage> packages(BuiltImage image, Origin origin) {
    return image.packages().stream()
        .filter(found -> found.origin() == origin)
        .collect(
            Collectors.toMap(
                WholePins::key, found -> found, (first, second) -> first, TreeMap::new));
  }

  private static String key(InstalledPackage found) {
    return new PackageName(found.name()).key();
  }

  /** How the definition and the image differ, in the order of the definition. */
  public static List<Difference> drift(CondaSection conda, BuiltImage image) {
    var pins = new WholePins(conda, image);
    pins.compare();
    return List.copyOf(pins.differences);
  }

  /** The edits after which {@link #drift} finds as little as can be; none when it finds nothing. */
  public static List<TextEdit> edits(CondaSection conda, BuiltImage image) {
    var pins = new WholePins(conda, image);
    pins.compare();
    pins.addMissing();
    return List.copyOf(pins.edits);
  }

  private void compare() {
    var yaml = new YamlEdits(conda.source().yaml());
    conda.file().packages().forEach(found -> compare(yaml, found));
    conda.file().requirements().forEach(found -> compare(yaml, found));
    byConda.values().forEach(found -> differences.add(missing(Origin.CONDA, found)));
    byPip.values().forEach(found -> differences.add(missing(Origin.PIP, found)));
  }

  private static Difference missing(Origin origin, InstalledPackage found) {
    return new Difference(origin, found.name(), Optional.empty(), Optional.of(found.version()));
  }

  /** Takes the package out of those that aren't listed. */
  private Optional<String> take(
      PackageName name, Map<String, InstalledPackage> first, Map<String, InstalledPackage> second) {
    return Optional.ofNullable(first.remove(name.key()))
        .or(() -> Optional.ofNullable(second.remove(name.key())))
        .map(InstalledPackage::version);
  }

  private void compare(YamlEdits yaml, CondaPackage found) {
    var spec = found.spec().ok();
    if (spec.isEmpty() || spec.get().name().text().contains("*")) {
      return;
    }
    String written =
        spec.get().version().map(version -> version.range().of(found.text().text())).orElse("");
    var version = take(spec.get().packageName(), byConda, byPip);
    if (version.isPresent() && isExactly(spec.get(), version.get())) {
      return;
    }
    differences.add(
        new Difference(Origin.CONDA, spec.get().name().text(), Optional.of(written), version));
    if (version.isPresent() && spec.get().build().isEmpty()) {
      edit(yaml, found.text(), PinEdits.conda(spec.get(), found.text().text(), version.get()));
    }
  }

  private static boolean isExactly(MatchSpec spec, String version) {
    if (spec.version().isEmpty()) {
      return spec.pinning().level() == Pinning.Level.EXACT;
    }
    var written = spec.version().get().spec();
    boolean whole =
        !spec.isLoose()
            && spec.pinning().level() == Pinning.Level.FUZZY
            && written.text().endsWith("=" + version);
    return whole
        || (spec.pinning().level() == Pinning.Level.EXACT
            && CondaVersion.parse(version).filter(written::matches).isPresent());
  }

  private void compare(YamlEdits yaml, PipRequirement found) {
    if (!(found.line().ok().orElse(null) instanceof RequirementLine.Named named)) {
      return;
    }
    var requirement = named.requirement();
    var version = take(requirement.packageName(), byPip, byConda);
    boolean exact =
        named.pinning().filter(Pinning::isExact).isPresent()
            && version
                .flatMap(Pep440Version::parse)
                .filter(
                    installed ->
                        requirement.reference().isPresent()
                            || requirement.specifiers().contains(installed))
                .isPresent();
    if (exact || (requirement.reference().isPresent() && version.isPresent())) {
      return;
    }
    String text = found.text().text();
    differences.add(
        new Difference(
            Origin.PIP,
            requirement.name().text(),
            Optional.of(requirement.version().map(range -> range.of(text)).orElse("")),
            version));
    version.ifPresent(to -> edit(yaml, found.text(), PinEdits.pip(requirement, text, to)));
  }

  /** Where an alias brings a text twice, it is edited once. */
  private void edit(YamlEdits yaml, Scalar scalar, TextEdit edit) {
    if (edited.add(scalar.range().start())) {
      edits.add(
          scalar.verbatim()
              ? TextEdit.replace(scalar.rangeOf(edit.range()), edit.newText())
              : yaml.replace(scalar, TextEdit.apply(scalar.text(), List.of(edit))));
    }
  }

  private void addMissing() {
    var list = conda.file().node().sequence("dependencies");
    if (list.isEmpty() || list.get().items().isEmpty()) {
      return;
    }
    var yaml = conda.source().yaml();
    var first = list.get().items().get(0);
    Optional.ofNullable(byConda.remove("python"))
        .flatMap(python -> ListEdits.insertBefore(yaml, list.get(), first, pin(python)))
        .ifPresent(edits::addAll);
    var packages =
        byConda.values().stream()
            .sorted(Comparator.comparing((InstalledPackage found) -> key(found).equals("pip")))
            .map(this::pin)
            .toList();
    var requirements =
        byPip.values().stream().map(found -> found.name() + "==" + found.version()).toList();
    var pip = conda.file().pipLists().findFirst();
    if (pip.isEmpty()) {
      ListEdits.append(yaml, list.get(), packages, requirements).ifPresent(edits::addAll);
      return;
    }
    for (String text : packages) {
      ListEdits.insertBefore(yaml, list.get(), pip.get().item(), text).ifPresent(edits::addAll);
    }
    if (!requirements.isEmpty() && pip.get().list().value() instanceof Sequence existing) {
      ListEdits.append(yaml, existing, requirements, List.of()).ifPresent(edits::addAll);
    }
  }

  /** With its channel where that isn't one of the definition's. */
  private String pin(InstalledPackage found) {
    boolean listed =
        found.channel().isEmpty()
            || found.channel().get().contains("://")
            || conda.file().channels().stream()
                .anyMatch(
                    channel ->
                        channel.text().equals(found.channel().get())
                            || channel.text().endsWith("/" + found.channel().get())
                            || (channel.text().equals("defaults")
                                && found.channel().get().startsWith("pkgs/")));
    return (listed ? "" : found.channel().get() + "::")
        + found.name()
        + PinEdits.operator(found.name(), found.version())
        + found.version();
  }
}
