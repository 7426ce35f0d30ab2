package dev.envlens.definition;

import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what the hash covers of a conda definition. */
final class CondaReader {

  private CondaReader() {}

  static HashInput.Conda read(Conda conda) throws NoHash {
    if (conda instanceof Conda.Linked linked) {
      HashTexts.of(linked.path(), "the conda file's path");
      if (linked.target().isEmpty()) {
        throw NoHash.because("the conda file can't be told from here");
      }
      HashTexts.of(linked.state(), "the conda file");
    }
    if (conda.section().isEmpty()) {
      throw NoHash.because("the conda file holds no conda definition");
    }
    var section = conda.section().get();
    if (!section.source().yaml().isIntact()) {
      throw NoHash.because("the conda file isn't valid YAML");
    }
    return read(section.file().node());
  }

  private static HashInput.Conda read(Mapping node) throws NoHash {
    return new HashInput.Conda(
        HashTexts.ofList(node.get("channels"), "channels", "a channel"),
        dependencies(node.get("dependencies")),
        variables(node.get("variables")));
  }

  private static List<HashInput.Dependency> dependencies(Optional<Node> list) throws NoHash {
    var result = new ArrayList<HashInput.Dependency>();
    for (Node item : HashTexts.items(list, "dependencies")) {
      if (item instanceof Mapping mapping && isPip(mapping)) {
        result.add(
            new HashInput.Pip(
                HashTexts.ofList(mapping.get("pip"), "pip", "an entry of the pip list")));
      } else {
        result.add(new HashInput.Spec(HashTexts.ofItem(item, "a dependency")));
      }
    }
    return result;
  }

  private static boolean isPip(Mapping mapping) {
    return mapping.has("pip") && mapping.effective().size() == 1;
  }

  private static Map<String, String> variables(Optional<Node> variables) throws NoHash {
    var result = new LinkedHashMap<String, String>();
    if (variables.isEmpty() || (variables.get() instanceof Scalar scalar && scalar.isNull())) {
      return result;
    }
    if (!(variables.get() instanceof Mapping mapping)) {
      throw NoHash.because("'variables' isn't a mapping");
    }
    for (Entry entry : mapping.effective()) {
      result.put(entry.name(), HashTexts.of(entry.value(), "a variable"));
    }
    return result;
  }
}
