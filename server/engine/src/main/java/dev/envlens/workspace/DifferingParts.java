package dev.envlens.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which parts of two definitions differ, by what was hashed of them. */
final class DifferingParts {

  private DifferingParts() {}

  /** As in "image and conda differ"; the arguments are canonical JSON of one form. */
  static String between(String one, String other) {
    JsonNode first = JsonMapper.shared().readTree(one);
    JsonNode second = JsonMapper.shared().readTree(other);
    var names = new TreeSet<>(first.propertyNames());
    names.addAll(second.propertyNames());
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if (!first.path(name).equals(second.path(name))) {
        differing.add("'" + name + "'");
      }
    }
    int last = differing.size() - 1;
    return last < 1
        ? differing.get(0) + " differs"
        : differing.subList(0, last).stream().collect(Collectors.joining(", "))
            + " and "
            + differing.get(last)
            + " differ";
  }
}
