package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.FileState;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The packages that answer an online endpoint's requests. Every question is whether they may be
 * there: what can't be told counts as that.
 */
final class InferencePackages {

  static final String DEFAULTS = "azureml-defaults";

  private static final List<String> NAMES = List.of(DEFAULTS, "azureml-inference-server-http");

  private InferencePackages() {}

  /** Whether {@code text} names one of them, however it is spelt. */
  static boolean in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.contains("azureml")) {
      return false;
    }
    String plain = lower.replace('_', '-').replace('.', '-');
    return NAMES.stream().anyMatch(plain::contains);
  }

  static boolean mayBeIn(CondaSection conda) {
    var file = conda.file();
    long includes =
        file.requirements()
            .filter(found -> found.line().ok().filter(InferencePackages::isInclude).isPresent())
            .count();
    long known =
        conda.includes().stream()
            .filter(
                link ->
                    link.requirement().line().ok().filter(InferencePackages::isInclude).isPresent())
            .filter(link -> link.state() instanceof FileState.Text)
            .count();
    return includes != known
        || scalars(file).anyMatch(InferencePackages::mayBe)
        || file.requirements()
            .anyMatch(found -> found.line().ok().filter(InferencePackages::isLocal).isPresent())
        || conda.includes().stream()
            .flatMap(link -> link.sources().stream())
            .anyMatch(InferencePackages::mayBeIn);
  }

  /** Every dependency as written; a list that isn't one counts as a text of its own. */
  private static Stream<String> scalars(CondaFile file) {
    return file.dependencies().stream()
        .flatMap(
            dependency ->
                dependency instanceof Dependency.Pip pip
                    ? pip.list().value() instanceof Sequence list
                        ? list.items().stream().map(Item::value)
                        : Stream.of(pip.list().value())
                    : Stream.of(dependency.item().value()))
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .map(Scalar::text);
  }

  static boolean mayBeIn(RequirementsSource requirements) {
    if (requirements.use().constraints()) {
      return false;
    }
    long includes = 0;
    for (var entry : requirements.file().entries()) {
      if (mayBe(entry.range().of(requirements.text()))) {
        return true;
      }
      if (entry.line() instanceof Parsed.Ok<RequirementLine> ok) {
        if (isLocal(ok.value())) {
          return true;
        }
        includes += isInclude(ok.value()) ? 1 : 0;
      }
    }
    long known =
        requirements.includes().stream()
            .filter(
                include ->
                    include.entry().line().ok().filter(InferencePackages::isInclude).isPresent())
            .filter(include -> include.state() instanceof FileState.Text)
            .count();
    return includes != known;
  }

  private static boolean isInclude(RequirementLine line) {
    return line instanceof RequirementLine.IncludeRequirements;
  }

  /** A project of one's own may depend on them. */
  static boolean isLocal(RequirementLine line) {
    return line instanceof RequirementLine.LocalPath || line instanceof RequirementLine.Editable;
  }

  /** Whether the text names one of them, or may once its placeholders are filled in. */
  static boolean mayBe(String text) {
    if (in(text)) {
      return true;
    }
    if (!Placeholders.in(text)) {
      return false;
    }
    int end = 0;
    while (end < text.length() && "{$<".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String beginning = text.substring(0, end).strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return NAMES.stream().anyMatch(name -> name.startsWith(beginning));
  }
}
