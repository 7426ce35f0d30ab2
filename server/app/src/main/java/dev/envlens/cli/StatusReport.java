package dev.envlens.cli;

import dev.envlens.definition.DefinitionHash;
import dev.envlens.known.CacheFields;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.CacheWords;
import dev.envlens.machine.Remembered;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** How the state of the cache is printed. */
final class StatusReport {

  private final List<Environment> environments;
  private final UnaryOperator<String> mask;
  private final CacheWords words;

  /**
   * @param zone that times are told in
   */
  StatusReport(List<Environment> environments, UnaryOperator<String> mask, ZoneId zone) {
    this.environments = environments;
    this.mask = mask;
    this.words = new CacheWords(zone);
  }

  /**
   * @param status empty where there is no hash
   * @param remembered what this machine kept of it
   */
  record Environment(
      HashedEnvironment environment, Optional<CacheStatus> status, Remembered remembered) {

    /** Of a build, where there is no image. */
    Optional<CacheWords.Cost> cost() {
      return status
          .filter(known -> known.state() == CacheState.MISSING)
          .map(known -> new CacheWords.Cost(environment.buildSteps().get(), remembered.lastTook()));
    }
  }

  /** Described in docs/cli.md. */
  String json() {
    return JsonText.of(
        json -> {
          json.writeStartArray();
          environments.forEach(environment -> write(json, environment));
          json.writeEndArray();
        });
  }

  private void write(JsonGenerator json, Environment one) {
    var environment = one.environment();
    var where = environment.where();
    json.writeStartObject();
    json.writeStringProperty("file", where.file());
    where.document().ifPresent(document -> json.writeNumberProperty("document", document));
    json.writeStringProperty("pointer", where.pointer());
    json.writeName("hash");
    json.writeString(environment.hash().map(DefinitionHash::hex).orElse(null));
    environment
        .reason()
        .ifPresent(reason -> json.writeStringProperty("reason", mask.apply(reason)));
    one.status().ifPresent(status -> JsonText.properties(json, fields(one, status)));
    json.writeEndObject();
  }

  private static Map<String, Object> fields(Environment one, CacheStatus status) {
    Map<String, Object> fields = new LinkedHashMap<>(CacheFields.of(status));
    fields.put("cost", one.cost().map(CacheFields::of).orElse(null));
    fields.put("environments", one.remembered().environments());
    return fields;
  }

  /** A line for each environment, and what each place said below. */
  String text() {
    var text = new StringBuilder();
    for (var one : environments) {
      var environment = one.environment();
      text.append(environment.hash().map(DefinitionHash::short8).orElse("-"))
          .append(" · ")
          .append(
              one.status()
                  .map(words::brief)
                  .or(() -> environment.reason().map(reason -> "no hash: " + shown(reason)))
                  .orElse(""))
          .append(" · ")
          .append(Visible.text(environment.where().label()));
      if (!environment.name().isEmpty()) {
        text.append(" · ").append(shown(environment.name()));
      }
      text.append('\n');
      one.status()
          .ifPresent(
              status ->
                  sentences(one, status)
                      .forEach(line -> text.append("  ").append(shown(line)).append('\n')));
    }
    return text.toString();
  }

  private Stream<String> sentences(Environment one, CacheStatus status) {
    return Stream.concat(
        words.full(status, one.cost().orElseGet(CacheWords.Cost::unknown)).stream(),
        CacheWords.users(one.remembered().environments()).stream());
  }

  private String shown(String text) {
    return Visible.text(mask.apply(text));
  }
}
