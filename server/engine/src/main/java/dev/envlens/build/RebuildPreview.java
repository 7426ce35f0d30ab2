package dev.envlens.build;

import dev.envlens.conda.Dependency;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.image.ImageReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rebuilding an image would move.
 *
 * @param exists whether the engine has an image that would be replaced
 * @param unpinned packages that may come in another version, as the definition writes them
 * @param floatingBases base images whose name may mean another image by now
 * @param sharing registered environments that get the new image too, as {@code NAME:VERSION}
 */
public record RebuildPreview(
    DefinitionHash hash,
    boolean exists,
    List<String> unpinned,
    List<String> floatingBases,
    List<String> sharing) {

  public RebuildPreview {
    unpinned = List.copyOf(unpinned);
    floatingBases = List.copyOf(floatingBases);
    sharing = List.copyOf(sharing);
  }

  static RebuildPreview of(BuildPlan plan, boolean exists, List<String> sharing) {
    return new RebuildPreview(
        plan.hash(),
        exists,
        unpinned(plan.definition()),
        plan.bases().stream().filter(base -> !base.hasDigest()).map(ImageReference::text).toList(),
        sharing);
  }

  private static List<String> unpinned(Definition definition) {
    return definition.effectiveConda().flatMap(Conda::section).stream()
        .flatMap(RebuildPreview::unpinned)
        .toList();
  }

  private static Stream<String> unpinned(CondaSection conda) {
    var packages =
        conda
            .file()
            .packages()
            .filter(found -> found.spec().ok().filter(spec -> spec.pinning().isExact()).isEmpty())
            .map(found -> found.text().text());
    var requirements =
        conda
            .file()
            .requirements()
            .filter(RebuildPreview::isOpen)
            .map(found -> found.text().text());
    return Stream.concat(packages, requirements);
  }

  private static boolean isOpen(Dependency.PipRequirement found) {
    return found
        .line()
        .ok()
        .flatMap(line -> line.pinning())
        .filter(pinning -> !pinning.isExact())
        .isPresent();
  }

  /** The same as JSON has it on the command line and in the protocol. */
  public Map<String, Object> description() {
    var json = new LinkedHashMap<String, Object>();
    json.put("outcome", "preview");
    json.put("hash", hash.hex());
    json.put("exists", exists);
    json.put("unpinned", unpinned);
    json.put("floatingBases", floatingBases);
    json.put("sharing", sharing);
    return json;
  }

  /** The same in sentences, the most important first. */
  public List<String> sentences() {
    return Stream.of(
            Optional.of(
                exists
                    ? "Replaces the image %s; the one that is there stays under a dated tag."
                        .formatted(hash.repository())
                    : "Builds the image %s, which isn't there yet.".formatted(hash.repository())),
            list("May come in another version: ", unpinned),
            list("May be another image by now: ", floatingBases),
            list("Get the new image too: ", sharing))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> list(String head, List<String> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(head + String.join(", ", items) + ".");
  }
}
