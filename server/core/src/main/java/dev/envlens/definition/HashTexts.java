package dev.envlens.definition;

import dev.envlens.link.FileState;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the texts that a hash covers, or says why one can't count. {@code what} names the value in
 * messages, which never repeat it: it may hold a secret.
 */
final class HashTexts {

  private HashTexts() {}

  static String of(Scalar scalar, String what) throws NoHash {
    if (Placeholders.in(scalar.text())) {
      throw NoHash.because(what + " holds a placeholder");
    }
    return scalar.text();
  }

  static String of(Node node, String what) throws NoHash {
    if (!(node instanceof Scalar scalar)) {
      throw NoHash.because(what + " isn't text");
    }
    return of(scalar, what);
  }

  /** The text of an item of a list, where nothing is no text yet. */
  static String ofItem(Node node, String what) throws NoHash {
    if (node instanceof Scalar scalar && scalar.isNull() && scalar.text().isEmpty()) {
      throw NoHash.because(what + " is empty");
    }
    return of(node, what);
  }

  /** A Dockerfile within a definition: its own variables look like placeholders and are none. */
  static String ofDockerfile(Scalar dockerfile) throws NoHash {
    String start = dockerfile.text().strip();
    boolean instruction = start.isEmpty() || "{$<".indexOf(start.charAt(0)) < 0;
    return instruction ? dockerfile.text() : of(dockerfile, "the Dockerfile");
  }

  /** The texts of a list; none where there is no list or nothing in it. */
  static List<String> ofList(Optional<Node> list, String name, String what) throws NoHash {
    var result = new ArrayList<String>();
    for (Node item : items(list, name)) {
      result.add(ofItem(item, what));
    }
    return result;
  }

  static List<Node> items(Optional<Node> list, String name) throws NoHash {
    if (list.isEmpty() || (list.get() instanceof Scalar scalar && scalar.isNull())) {
      return List.of();
    }
    if (list.get() instanceof Sequence sequence) {
      return sequence.items().stream().map(Item::value).toList();
    }
    throw NoHash.because("'%s' isn't a list".formatted(name));
  }

  static String of(FileState state, String what) throws NoHash {
    if (state instanceof FileState.Text text) {
      return text.text();
    }
    if (state instanceof FileState.Pending) {
      throw NoHash.yet(what + " is being read");
    }
    if (state instanceof FileState.Unreadable unreadable) {
      throw NoHash.because("%s %s".formatted(what, unreadable.reason()));
    }
    throw NoHash.because(
        what + (state instanceof FileState.Folder ? " is a folder" : " isn't there"));
  }
}
