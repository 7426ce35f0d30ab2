package dev.envlens.cli;

import dev.envlens.definition.DefinitionHash;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** How hashes are printed. */
final class HashReport {

  private final List<HashedEnvironment> environments;
  private final UnaryOperator<String> mask;

  HashReport(List<HashedEnvironment> environments, UnaryOperator<String> mask) {
    this.environments = environments;
    this.mask = mask;
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

  private void write(JsonGenerator json, HashedEnvironment environment) {
    json.writeStartObject();
    json.writeStringProperty("file", environment.where().file());
    environment
        .where()
        .document()
        .ifPresent(document -> json.writeNumberProperty("document", document));
    json.writeStringProperty("pointer", environment.where().pointer());
    optional(json, "hash", environment.hash().map(DefinitionHash::hex).orElse(null));
    optional(json, "repository", environment.hash().map(DefinitionHash::repository).orElse(null));
    environment
        .reason()
        .ifPresent(reason -> json.writeStringProperty("reason", mask.apply(reason)));
    json.writeArrayPropertyStart("parts");
    for (var part : environment.parts()) {
      json.writeStartObject();
      json.writeStringProperty("part", part.name());
      json.writeStringProperty("digest", part.digest());
      JsonText.texts(json, "lines", part.lines());
      json.writeEndObject();
    }
    json.writeEndArray();
    environment
        .sdkVersion()
        .get()
        .ifPresentOrElse(
            version ->
                JsonText.object(
                    json,
                    "sdkVersion",
                    () -> {
                      json.writeStringProperty("sha256", version.sha256());
                      json.writeStringProperty("md5", version.md5());
                    }),
            () -> json.writeNullProperty("sdkVersion"));
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, String text) {
    json.writeName(name);
    json.writeString(text);
  }

  /** One line for each environment; when {@code explained}, what stands behind it below. */
  String text(boolean explained) {
    var text = new StringBuilder();
    for (var environment : environments) {
      text.append(environment.hash().map(DefinitionHash::hex).orElse("-"))
          .append("  ")
          .append(Visible.text(environment.where().label()));
      if (!environment.name().isEmpty()) {
        text.append("  ").append(shown(environment.name()));
      }
      environment.reason().ifPresent(reason -> text.append("  no hash: ").append(shown(reason)));
      text.append('\n');
      if (explained) {
        explain(text, environment);
      }
    }
    return text.toString();
  }

  private void explain(StringBuilder text, HashedEnvironment environment) {
    environment
        .hash()
        .ifPresent(
            hash -> {
              line(text, "repository", hash.repository());
              for (var part : environment.parts()) {
                String lines = Visible.text(String.join(", ", part.lines()));
                line(text, part.name(), part.digest() + "  " + lines);
              }
              line(text, "made of", shown(hash.canonicalJson()));
            });
    environment
        .sdkVersion()
        .get()
        .ifPresent(
            version -> {
              text.append("  Not the hash, but the version that azure-ai-ml gives it unnamed:\n");
              line(text, "sha256", version.sha256());
              line(text, "md5", version.md5());
            });
    text.append('\n');
  }

  private String shown(String text) {
    return Visible.text(mask.apply(text));
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  ").append(label).append(" ".repeat(Math.max(1, 12 - label.length())));
    text.append(value.stripTrailing()).append('\n');
  }
}
