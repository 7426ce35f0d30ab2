package dev.envlens.check;

import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.text.TextEdit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code unpinned-rebuild}: the cached image was built from what a later build may find changed:
 * packages without an exact version, or a base image whose tag has moved since. Source: the
 * service's documentation of environments.
 */
final class UnpinnedRebuild implements Rule {

  /** So many packages are named; of more, only how many they are. */
  private static final int NAMED = 3;

  @Override
  public String code() {
    return "unpinned-rebuild";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "The cached image was built from packages or a base image that later builds may not get.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    var image = ImageBehind.of(definition, facts);
    if (image.isEmpty()) {
      return Stream.empty();
    }
    return Stream.concat(
        definition.effectiveConda().stream()
            .flatMap(conda -> packages(definition, conda, image.get())),
        OwnImage.of(definition).flatMap(own -> base(own, image.get(), facts)));
  }

  private Stream<Finding> packages(Definition definition, Conda conda, BuiltImage image) {
    var section = conda.section();
    if (section.isEmpty()) {
      return Stream.empty();
    }
    var open = Open.in(section.get(), new VersionFixes(image));
    if (open.names().isEmpty()) {
      return Stream.empty();
    }
    var place = definition.place(CondaRule.key(conda.entry()));
    String message =
        "The cached image was built on %s from packages without an exact version (%s): a later build may install others. Pin them to what the image has."
            .formatted(date(image), words(open.names()));
    return Stream.of(finding(place, message, open.fix(section.get()).stream().toList()));
  }

  private Stream<Finding> base(OwnImage own, BuiltImage image, Facts facts) {
    String text = own.written().text();
    var built = image.base().filter(base -> base.reference().equals(text));
    var now = facts.images().base(text).map(BaseImage::digest);
    boolean moved =
        built.isPresent()
            && now.isPresent()
            && own.reference().noneMatch(reference -> reference.hasDigest())
            && !built.get().digest().equals(now.get());
    return moved
        ? Stream.of(
            finding(
                own.place(),
                "'%s' means another image than on %s, when the cached image was built: a rebuild starts from that. Pin its digest."
                    .formatted(text, date(image)),
                pin(own, built.get())))
        : Stream.empty();
  }

  private static Fix pin(OwnImage own, BuiltImage.Base built) {
    var source = own.definition().source();
    var edit =
        new YamlEdits(source.yaml())
            .replace(own.written(), built.reference() + "@" + built.digest());
    return Fix.edit("Pin to the digest that the cached image was built from", source.uri(), edit)
        .movingHash(true);
  }

  private static LocalDate date(BuiltImage image) {
    return image.built().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String words(List<String> names) {
    return names.size() <= NAMED
        ? String.join(", ", names)
        : "%s and %d more"
            .formatted(String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
  }

  /**
   * The packages whose version is left open.
   *
   * @param edits pin them; complete when there is one for each
   */
  private record Open(List<String> names, List<TextEdit> edits) {

    static Open in(CondaSection conda, VersionFixes fixes) {
      var open = new Open(new ArrayList<>(), new ArrayList<>());
      conda
          .file()
          .packages()
          .forEach(
              found ->
                  found
                      .spec()
                      .ok()
                      .filter(VersionFixes::isOpen)
                      .ifPresent(spec -> open.add(spec.name().text(), fixes.of(conda, found))));
      conda
          .file()
          .requirements()
          .forEach(
              found -> {
                if (found.line().ok().orElse(null) instanceof RequirementLine.Named named
                    && VersionFixes.isOpen(named)) {
                  open.add(named.requirement().name().text(), fixes.of(new PipItem(conda, found)));
                }
              });
      return open;
    }

    private void add(String name, Optional<Fix> fix) {
      names.add(name);
      fix.stream()
          .flatMap(one -> one.changes().stream())
          .filter(Change.Edit.class::isInstance)
          .map(change -> ((Change.Edit) change).edit())
          .forEach(edits::add);
    }

    /** Only where it leaves none open. */
    Optional<Fix> fix(CondaSection conda) {
      return edits.size() < names.size()
          ? Optional.empty()
          : Optional.of(
              Fix.edit("Pin to what the cached image has", conda.source().uri(), edits)
                  .movingHash(true));
    }
  }
}
