package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code missing-route}: an image that brings its own server to an online endpoint needs all three
 * routes.
 */
final class MissingRoute implements Rule {

  private static final List<String> ROUTES =
      List.of("liveness_route", "readiness_route", "scoring_route");

  private static final String DEFAULT_PORT = "5001";

  @Override
  public String code() {
    return "missing-route";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "An inference_config without all three routes.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (definition.form() == Form.V1 || !definition.source().yaml().isIntact()) {
      return Stream.empty();
    }
    return definition
        .entry("inference_config")
        .filter(entry -> entry.value() instanceof Mapping)
        .flatMap(
            entry -> {
              var config = (Mapping) entry.value();
              var missing =
                  ROUTES.stream()
                      .filter(route -> !config.has(route))
                      .filter(route -> !isMisspelt(definition, config, route))
                      .toList();
              return missing.isEmpty()
                  ? Optional.<Finding>empty()
                  : Optional.of(finding(definition, entry, config, missing));
            })
        .stream();
  }

  private static boolean isMisspelt(Definition definition, Mapping config, String route) {
    return Misspelt.stands(Subject.of(definition), List.of("inference_config"), config, route);
  }

  private Finding finding(
      Definition definition, Entry entry, Mapping config, List<String> missing) {
    String names =
        missing.stream().map(route -> "'" + route + "'").collect(Collectors.joining(" and "));
    return finding(
        definition.place(entry.key().range()),
        "'inference_config' needs three routes, and %s %s missing. Add %s."
            .formatted(
                names, missing.size() == 1 ? "is" : "are", missing.size() == 1 ? "it" : "them"),
        Fix.ifAny(
            "Add " + names,
            definition.source().uri(),
            new YamlEdits(definition.source().yaml()).insertLast(config, routes(config, missing))));
  }

  /** The missing routes: on the port of the routes that are there. */
  private static Map<String, NewValue> routes(Mapping config, List<String> missing) {
    String port =
        ROUTES.stream()
            .flatMap(route -> config.mapping(route).stream())
            .flatMap(route -> route.scalar("port").stream())
            .map(Scalar::text)
            .filter(text -> JsonTree.typed(text).isIntegralNumber())
            .findFirst()
            .orElse(DEFAULT_PORT);
    var result = new LinkedHashMap<String, NewValue>();
    for (String route : missing) {
      var keys = new LinkedHashMap<String, NewValue>();
      keys.put("port", new NewValue.Literal(port));
      keys.put("path", new NewValue.Text(route.equals("scoring_route") ? "/score" : "/"));
      result.put(route, new NewValue.Keys(keys));
    }
    return result;
  }
}
