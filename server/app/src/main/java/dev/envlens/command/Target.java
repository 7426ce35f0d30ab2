package dev.envlens.command;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Source;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a command on a definition is about.
 *
 * @param spelled the file's URI as the client writes it
 * @param pointer the JSON pointer of the environment in it; may be left out where there is one only
 */
record Target(String spelled, Optional<String> pointer) {

  /** The fields that say it. */
  static Target of(Fields fields) {
    return new Target(fields.text("uri"), fields.optionalText("pointer"));
  }

  URI uri(Desk desk) {
    return desk.uri(spelled);
  }

  /** The text of the file. */
  String text(Desk desk) {
    if (desk.file(uri(desk)) instanceof FileState.Text text) {
      return text.text();
    }
    throw new Refused(
        "Can't read '%s': it is neither open nor a text file on disk. Open or save it first."
            .formatted(name(desk)));
  }

  /** What the file holds. */
  Contents contents(Desk desk) {
    return Contents.of(new Source(uri(desk), Yaml.parse(text(desk))), desk);
  }

  /** The environment that is meant. */
  Definition definition(Contents contents, Desk desk) {
    var all =
        contents.definitions().stream()
            .filter(definition -> pointer.map(definition.pointer()::equals).orElse(true))
            .toList();
    if (all.isEmpty()) {
      throw new Refused(
          pointer
                  .map(at -> "'%s' defines no environment at '%s'.".formatted(name(desk), at))
                  .orElseGet(() -> "'%s' defines no environment.".formatted(name(desk)))
              + there(contents.definitions()));
    }
    if (all.size() > 1) {
      throw new Refused(
          "'%s' defines %d environments. Say by 'pointer' which is meant.%s"
              .formatted(name(desk), all.size(), there(all)));
    }
    return all.get(0);
  }

  String name(Desk desk) {
    return Paths.name(uri(desk));
  }

  private static String there(List<Definition> definitions) {
    return definitions.isEmpty()
        ? ""
        : definitions.stream()
            .map(definition -> "'" + definition.pointer() + "'")
            .distinct()
            .limit(10)
            .collect(Collectors.joining(", ", " There are: ", "."));
  }
}
