package dev.envlens.schema;

import com.networknt.schema.path.NodePath;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the values of one tree by the paths that the validator gives. */
final class Places {

  private final Node root;
  private final String rootName;
  private final IdentityHashMap<Mapping, Map<String, Entry>> indexes = new IdentityHashMap<>();

  Places(Node root, String rootName) {
    this.root = root;
    this.rootName = rootName;
  }

  /** The value at {@code path}; none if it is there only as JSON. */
  Optional<Place> at(NodePath path) {
    var place = Optional.of(new Place(root, List.of(), root.range(), Optional.empty(), rootName));
    for (int i = 0; i < path.getNameCount() && place.isPresent(); i++) {
      var step = path.getElement(i);
      place = place.flatMap(holder -> child(holder, step));
    }
    return place;
  }

  private Optional<Place> child(Place holder, Object step) {
    var path = new ArrayList<>(holder.path());
    path.add(step.toString());
    if (holder.node() instanceof Mapping mapping) {
      return entry(mapping, step.toString())
          .map(
              entry ->
                  new Place(
                      entry.value(),
                      path,
                      entry.valueRange(),
                      Optional.of(new Place.Held(mapping, entry)),
                      Words.quoted(entry.name())));
    }
    if (holder.node() instanceof Sequence sequence
        && step instanceof Integer index
        && index < sequence.items().size()) {
      var item = sequence.items().get(index);
      return Optional.of(
          new Place(
              item.value(), path, item.range(), Optional.empty(), "an item of " + holder.name()));
    }
    return Optional.empty();
  }

  Optional<Entry> entry(Mapping mapping, String key) {
    return Optional.ofNullable(index(mapping).get(key));
  }

  private Map<String, Entry> index(Mapping mapping) {
    return indexes.computeIfAbsent(
        mapping,
        unindexed -> {
          var index = new HashMap<String, Entry>();
          unindexed.effective().forEach(entry -> index.put(entry.name(), entry));
          return index;
        });
  }
}
