package dev.envlens.check;

import dev.envlens.schema.KeyDoc;
import dev.envlens.schema.KeyDocs;
import dev.envlens.text.Nearest;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keys that are only there under a wrong name. {@code unknown-key} says so and offers the right
 * one, so the rules about what is missing are silent then: it is one fault.
 */
final class Misspelt {

  private Misspelt() {}

  /**
   * Whether an unknown key of {@code in} was probably meant to be {@code key}. Takes time in
   * proportion to the mapping, so ask only where the key isn't there.
   *
   * @param path the keys that lead from the subject's root to {@code in}
   */
  static boolean stands(Subject subject, List<String> path, Mapping in, String key) {
    var docs = new KeyDocs(subject.format()).keysAt(path);
    var known = docs.stream().map(KeyDoc::name).collect(Collectors.toSet());
    var free =
        docs.stream()
            .filter(KeyDoc::isForWriting)
            .map(KeyDoc::name)
            .filter(name -> !in.has(name))
            .toList();
    return in.effective().stream()
        .map(Entry::name)
        .filter(name -> !known.contains(name))
        .anyMatch(name -> Nearest.to(name, free).filter(key::equals).isPresent());
  }
}
