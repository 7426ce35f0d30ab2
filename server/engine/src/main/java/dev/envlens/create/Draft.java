package dev.envlens.create;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that aren't written yet, among those that are. Immutable.
 *
 * @param texts what the files of the draft read
 * @param others the files around it
 */
record Draft(Map<URI, String> texts, Surroundings others) implements Surroundings {

  Draft(Surroundings others) {
    this(Map.of(), others);
  }

  Draft with(URI file, String text) {
    Map<URI, String> more = new LinkedHashMap<>(texts);
    more.put(file, text);
    return new Draft(more, others);
  }

  /** What {@code file} of the draft holds. */
  Contents contents(URI file) {
    return Contents.of(new Source(file, Yaml.parse(texts.get(file))), this);
  }

  @Override
  public FileState file(URI uri) {
    String text = texts.get(uri);
    return text == null ? others.file(uri) : new FileState.Text(text);
  }

  @Override
  public ContextState context(URI uri) {
    return others.context(uri);
  }
}
