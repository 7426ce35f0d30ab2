package dev.envlens.refactor;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Pep440Specifiers;
import dev.envlens.conda.Pep440Version;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Yaml;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The versions that an installed environment has, as a tool lists them: {@code conda env export},
 * {@code conda list}, with {@code --export} or {@code --explicit} too, {@code pip freeze} or {@code
 * pip list}. Lines that name no version are passed over.
 */
public final class Export {

  /** What {@code conda list} calls the channel, or the build, of what pip installed. */
  private static final String FROM_PIP = "pypi";

  private final Map<String, String> conda = new HashMap<>();
  private final Map<String, String> pip = new HashMap<>();

  private final String source;
  private final String lacksIt;

  private Export(String source, String lacksIt) {
    this.source = source;
    this.lacksIt = lacksIt;
  }

  /** The packages of an image. */
  public static Export of(BuiltImage image) {
    var export = new Export("the image", "the image doesn't have it");
    for (var found : image.packages()) {
      if (found.origin() != Origin.DPKG) {
        (found.origin() == Origin.CONDA ? export.conda : export.pip)
            .putIfAbsent(new PackageName(found.name()).key(), found.version());
      }
    }
    return export;
  }

  /** Reads what was pasted, whichever of the forms it has. */
  public static Export of(String text) {
    var export = new Export("the export", "the export doesn't list it");
    var file =
        Yaml.parse(text).documents().stream()
            .flatMap(document -> root(document).stream())
            .findFirst();
    if (file.isPresent()) {
      file.get().packages().flatMap(item -> item.spec().ok().stream()).forEach(export::add);
      file.get().requirements().flatMap(item -> item.line().ok().stream()).forEach(export::add);
    } else {
      text.lines().map(String::strip).filter(line -> !line.startsWith("#")).forEach(export::add);
    }
    return export;
  }

  private static Optional<CondaFile> root(Document document) {
    return document
        .mapping()
        .filter(root -> root.sequence("dependencies").isPresent())
        .map(CondaFile::of);
  }

  /** Whether it names no package with a version. */
  public boolean isEmpty() {
    return conda.isEmpty() && pip.isEmpty();
  }

  /** What it is, as the subject of a sentence. */
  String source() {
    return source;
  }

  /** That a package isn't in it, as a sentence without its full stop. */
  String lacksIt() {
    return lacksIt;
  }

  /** The version of a package that conda installs; a list by pip knows most of them as well. */
  Optional<String> ofConda(PackageName name) {
    return Optional.ofNullable(conda.getOrDefault(name.key(), pip.get(name.key())));
  }

  /** The version of a package that pip installs. */
  Optional<String> ofPip(PackageName name) {
    return Optional.ofNullable(pip.getOrDefault(name.key(), conda.get(name.key())));
  }

  private void add(String line) {
    var words = List.of(line.split("\\s+"));
    if (words.size() > 1 && isVersion(words.get(1)) && isName(words.get(0))) {
      boolean byPip = words.get(words.size() - 1).toLowerCase(Locale.ROOT).equals(FROM_PIP);
      (byPip ? pip : conda).put(new PackageName(words.get(0)).key(), words.get(1));
    } else if (line.contains("==") || line.contains(" @ ")) {
      RequirementLine.parse(line).ok().ifPresent(this::add);
    } else {
      MatchSpec.parse(line).ok().ifPresent(this::add);
    }
  }

  private void add(MatchSpec spec) {
    boolean byPip = spec.build().filter(build -> build.text().startsWith(FROM_PIP)).isPresent();
    spec.version()
        .flatMap(version -> one(version.spec().constraint()))
        .filter(Export::isVersion)
        .ifPresent(version -> (byPip ? pip : conda).put(spec.packageName().key(), version));
  }

  private static Optional<String> one(Constraint constraint) {
    if (constraint instanceof Constraint.Exact exact) {
      return Optional.of(exact.version().toString());
    }
    return constraint instanceof Constraint.Fuzzy fuzzy
        ? Optional.of(fuzzy.version().toString())
        : Optional.empty();
  }

  private void add(RequirementLine line) {
    if (line instanceof RequirementLine.Named named) {
      one(named.requirement().specifiers())
          .ifPresent(
              version -> pip.put(named.requirement().packageName().key(), version.toString()));
    }
  }

  private static Optional<Pep440Version> one(Pep440Specifiers specifiers) {
    return specifiers.all().size() == 1 && !specifiers.all().get(0).isPrefix()
        ? specifiers.all().get(0).version().filter(specifiers::contains)
        : Optional.empty();
  }

  private static boolean isName(String word) {
    return word.chars()
        .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }

  private static boolean isVersion(String word) {
    return Character.isDigit(word.charAt(0)) && CondaVersion.parse(word).isPresent();
  }
}
