package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code duplicate-channel}: a channel is named twice. conda uses the first only, but the list is
 * part of the hash.
 */
final class DuplicateChannel extends CondaRule {

  /** Where conda finds a channel that is given by its name alone. */
  private static final String HOME = "https://conda.anaconda.org/";

  DuplicateChannel() {
    super("duplicate-channel", Severity.WARNING, "A channel is named twice.");
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    return conda.file().node().sequence("channels").stream().flatMap(list -> in(list, conda));
  }

  private Stream<Finding> in(Sequence list, CondaSection conda) {
    var findings = new ArrayList<Finding>();
    Map<String, Item> seen = new HashMap<>();
    for (var item : list.items()) {
      if (item.value() instanceof Scalar channel
          && !channel.isNull()
          && !Placeholders.in(channel.text())) {
        var first = seen.putIfAbsent(location(channel.text()), item);
        if (first != null) {
          findings.add(finding(conda, list, item, first));
        }
      }
    }
    return findings.stream();
  }

  private static String location(String channel) {
    var text = channel.strip();
    var bare = text.startsWith(HOME) ? text.substring(HOME.length()) : text;
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private Finding finding(CondaSection conda, Sequence list, Item later, Item first) {
    var yaml = conda.source().yaml();
    int line = yaml.lines().line(first.range().start()) + 1;
    Optional<List<TextEdit>> edits = ListEdits.remove(yaml, list, later);
    // The channel itself isn't quoted: its URL may hold a token.
    return finding(
        conda.place(later.range()),
        "This channel is named already, in line %d. Remove one of the two.".formatted(line),
        edits.map(all -> Fix.edit("Remove this one (new hash)", conda.source().uri(), all)));
  }
}
