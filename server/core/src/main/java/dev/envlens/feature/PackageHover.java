package dev.envlens.feature;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import java.util.Optional;

/** What a dependency asks for, and how firmly. */
final class PackageHover {

  private PackageHover() {}

  static Optional<Hover> at(CondaFile file, int offset) {
    for (var dependency : file.dependencies()) {
      if (!dependency.item().range().touches(offset)) {
        continue;
      }
      if (dependency instanceof Dependency.CondaPackage conda) {
        return conda.spec().ok().map(spec -> of(place(conda.item(), conda.text()), spec));
      }
      if (dependency instanceof Dependency.Pip pip) {
        return pip.requirements().stream()
            .filter(requirement -> requirement.item().range().touches(offset))
            .findFirst()
            .flatMap(PackageHover::of);
      }
    }
    return Optional.empty();
  }

  /** Behind an alias the text stands elsewhere, and what is pointed at is the item. */
  private static TextRange place(Item item, Scalar text) {
    return item.range().contains(text.range()) ? text.range() : item.range();
  }

  /** What a conda package asks for. */
  static Hover of(TextRange range, MatchSpec spec) {
    var text = new StringBuilder(title(spec.packageName(), "conda"));
    text.append(pinning(spec.pinning()));
    spec.source()
        .channel()
        .ifPresent(
            channel -> text.append("\n\nFrom the channel ").append(Markdown.code(channel.text())));
    return new Hover(range, text.toString());
  }

  private static Optional<Hover> of(PipRequirement requirement) {
    if (!(requirement.line() instanceof Parsed.Ok<RequirementLine> ok)) {
      return Optional.empty();
    }
    return markdown(ok.value())
        .map(text -> new Hover(place(requirement.item(), requirement.text()), text));
  }

  /** What one line of requirements asks for; nothing of options alone. */
  static Optional<String> markdown(RequirementLine line) {
    if (line instanceof RequirementLine.Named named) {
      var text = new StringBuilder(title(named.requirement().packageName(), "pip"));
      line.pinning().map(PackageHover::pinning).ifPresent(text::append);
      named
          .requirement()
          .marker()
          .ifPresent(marker -> text.append("\n\nOnly where ").append(Markdown.code(marker.text())));
      return Optional.of(text.toString());
    }
    if (line instanceof RequirementLine.IncludeRequirements include) {
      return Optional.of(
          "**Requirements file** %s · its lines count as if they stood here"
              .formatted(Markdown.code(include.path().text())));
    }
    if (line instanceof RequirementLine.Constraints constraints) {
      return Optional.of(
          "**Constraints file** %s · limits versions, installs nothing"
              .formatted(Markdown.code(constraints.path().text())));
    }
    return line.pinning().map(pinning -> "**Package** · installed by pip" + pinning(pinning));
  }

  private static String title(PackageName name, String tool) {
    return "**%s** · installed by %s".formatted(Markdown.code(name.key()), tool);
  }

  private static String pinning(Pinning pinning) {
    String meaning =
        switch (pinning.level()) {
          case EXACT -> "Pinned: every build installs the same version.";
          case FUZZY -> "Fuzzy: later builds may install a later release of this line.";
          case RANGE -> "A range: later builds may install another version.";
          case UNPINNED ->
              "Unpinned: the first build keeps what was current then, the next rebuild may not.";
        };
    return "\n\nAllows %s.\n\n%s".formatted(Markdown.plain(pinning.reason()), meaning);
  }
}
