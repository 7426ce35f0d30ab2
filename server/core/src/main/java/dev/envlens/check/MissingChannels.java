package dev.envlens.check;

import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.definition.CondaSection;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code missing-channels}: nothing says where conda gets packages from, so its defaults apply,
 * which may change. Source: Microsoft's troubleshooting catalogue. Nothing is said when each conda
 * package names its own channel, or when there are none.
 */
final class MissingChannels extends CondaRule {

  private static final String CHANNEL = "conda-forge";

  MissingChannels() {
    super("missing-channels", Severity.WARNING, "A conda definition names no channels.");
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    var file = conda.file();
    var channels = file.channelsEntry();
    if (!conda.source().yaml().isIntact()
        || !channels.map(MissingChannels::isEmpty).orElse(true)
        || file.packages().noneMatch(found -> isOpen(found.spec()))
        || (channels.isEmpty()
            && Misspelt.stands(Subject.of(conda), List.of(), file.node(), "channels"))) {
      return Stream.empty();
    }
    var dependencies = file.dependenciesEntry().orElseThrow();
    return Stream.of(
        finding(
            conda.place(key(channels.orElse(dependencies))),
            "No channels are named, so conda takes packages from its defaults, which may change. Name them, such as 'conda-forge'.",
            fix(conda, channels, dependencies)));
  }

  private static boolean isEmpty(Entry channels) {
    return (channels.value() instanceof Scalar scalar && scalar.isNull())
        || (channels.value() instanceof Sequence list && list.items().isEmpty());
  }

  /** Whether the channels decide where the package comes from. */
  private static boolean isOpen(Parsed<MatchSpec> parsed) {
    return parsed
        .ok()
        .map(MatchSpec::source)
        .filter(source -> source.channel().isEmpty() && source.file().isEmpty())
        .isPresent();
  }

  private static List<Fix> fix(CondaSection conda, Optional<Entry> channels, Entry dependencies) {
    var edits =
        channels.isPresent()
            ? fill(channels.get())
            : insert(conda, conda.file().node(), dependencies);
    return Fix.ifAny("Add the channel conda-forge (new hash)", conda.source().uri(), edits);
  }

  private static List<TextEdit> insert(CondaSection conda, Mapping node, Entry dependencies) {
    return new YamlEdits(conda.source().yaml())
        .insertBefore(node, dependencies, "channels", new NewValue.Items(List.of(CHANNEL)));
  }

  /** Quotes are right in JSON and in YAML. */
  private static List<TextEdit> fill(Entry channels) {
    String list = "[\"%s\"]".formatted(CHANNEL);
    return channels.valueRange().isEmpty()
        ? List.of(TextEdit.insert(channels.valueRange().end(), " " + list))
        : List.of(TextEdit.replace(channels.valueRange(), list));
  }
}
