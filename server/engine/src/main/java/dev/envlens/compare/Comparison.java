package dev.envlens.compare;

import dev.envlens.check.Secrets;
import dev.envlens.definition.DefinitionDiff;
import dev.envlens.definition.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two environments beside each other. */
public record Comparison(Side older, Side newer, DefinitionDiff diff) {

  public static Comparison of(Side older, Side newer) {
    return new Comparison(older, newer, DefinitionDiff.between(older.input(), newer.input()));
  }

  /** Whether both lead to one image. */
  public boolean isSame() {
    return older.hash().hex().equals(newer.hash().hex());
  }

  /** What the command line and the editor's command say of it, as a JSON object without secrets. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("older", side(older));
    json.put("newer", side(newer));
    json.put("same", isSame());
    json.put("orderOnly", diff.isOrderOnly());
    List<Object> differences = new ArrayList<>();
    diff.differences().forEach(difference -> differences.add(difference(difference)));
    json.put("differences", differences);
    return json;
  }

  private static Map<String, Object> side(Side side) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", side.label());
    json.put("hash", side.hash().hex());
    return json;
  }

  private static Map<String, Object> difference(Difference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", difference.what().word());
    json.put("name", Secrets.mask(difference.name()));
    json.put("change", difference.change().word());
    // A Dockerfile is shown by the texts, not in a list of differences.
    boolean isText = difference.what() == Difference.What.DOCKERFILE;
    if (!isText) {
      difference.change().before().ifPresent(text -> json.put("before", Secrets.mask(text)));
      difference.change().after().ifPresent(text -> json.put("after", Secrets.mask(text)));
    }
    json.put("sentence", Secrets.mask(difference.sentence()));
    return json;
  }
}
