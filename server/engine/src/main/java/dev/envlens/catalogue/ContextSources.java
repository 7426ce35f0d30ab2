package dev.envlens.catalogue;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.curated.CuratedFiles;
import dev.envlens.curated.CuratedSources;
import dev.envlens.curated.CuratedSources.OtherFile;
import dev.envlens.curated.CuratedSources.PackageFile;
import dev.envlens.curated.Open;
import dev.envlens.curated.StepLines;
import dev.envlens.definition.HexDigest;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what a build context installs. */
final class ContextSources {

  private ContextSources() {}

  /**
   * @param dockerfile the Dockerfile's path among {@code context}
   * @param context texts by path
   */
  static CuratedSources of(String dockerfile, Map<String, String> context) {
    var packages = new ArrayList<PackageFile>();
    var others = new ArrayList<OtherFile>();
    for (var file : new TreeMap<>(context).entrySet()) {
      if (!file.getKey().equals(dockerfile)) {
        packages(file.getKey(), file.getValue())
            .ifPresentOrElse(packages::add, () -> others.add(other(file)));
      }
    }
    String steps = context.get(dockerfile);
    return new CuratedSources(
        CuratedFiles.hash(dockerfile, context),
        base(steps),
        dockerfile,
        StepLines.of(steps),
        packages,
        others);
  }

  private static OtherFile other(Map.Entry<String, String> file) {
    boolean open = Open.in(Open.of(file.getValue()));
    return new OtherFile(
        file.getKey(),
        open ? Optional.empty() : Optional.of(HexDigest.SHA_256.of(file.getValue())));
  }

  private static Optional<String> base(String text) {
    var stages = Dockerfile.parse(Open.of(text)).stages();
    return stages.isEmpty()
        ? Optional.empty()
        : Optional.of(stages.get(stages.size() - 1).image().text());
  }

  private static Optional<PackageFile> packages(String path, String text) {
    if (path.endsWith(".txt")) {
      return path.contains("requirements")
          ? Optional.of(
              new PackageFile(
                  path,
                  List.of(),
                  List.of(),
                  RequirementsFile.parse(text).entries().stream()
                      .map(entry -> Open.of(entry.text()))
                      .toList()))
          : Optional.empty();
    }
    if (!path.endsWith(".yml") && !path.endsWith(".yaml")) {
      return Optional.empty();
    }
    var yaml = Yaml.parse(text);
    return yaml.documents().stream()
        .findFirst()
        .flatMap(Document::mapping)
        .filter(root -> yaml.isIntact() && root.sequence("dependencies").isPresent())
        .map(CondaFile::of)
        .map(conda -> packages(path, conda));
  }

  private static PackageFile packages(String path, CondaFile conda) {
    return new PackageFile(
        path,
        conda.channels().stream().map(Scalar::text).map(Open::of).toList(),
        texts(conda.node().sequence("dependencies").orElseThrow()),
        conda
            .pipLists()
            .map(pip -> pip.list().value())
            .filter(Sequence.class::isInstance)
            .findFirst()
            .map(list -> texts((Sequence) list))
            .orElse(List.of()));
  }

  /** Of what is written, so that a part that is left open counts too. */
  private static List<String> texts(Sequence list) {
    return list.items().stream()
        .filter(item -> item.value() instanceof Scalar)
        .map(item -> Open.of(((Scalar) item.value()).text()))
        .toList();
  }
}
