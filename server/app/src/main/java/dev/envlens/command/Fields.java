package dev.envlens.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** The argument of a command: one object, whose fields are asked for by name. */
final class Fields {

  private final String command;
  private final JsonObject object;

  private Fields(String command, JsonObject object) {
    this.command = command;
    this.object = object;
  }

  /**
   * @param arguments as the client sent them; there must be one, an object
   * @throws Refused when there is not, or it has a field that {@code command} doesn't know
   */
  static Fields of(Command<?, ?> command, List<Object> arguments) {
    String known = String.join(", ", command.fields());
    if (arguments == null
        || arguments.size() != 1
        || !(arguments.get(0) instanceof JsonObject object)) {
      throw new Refused("%s takes one object with the fields %s.".formatted(command.id(), known));
    }
    object.keySet().stream()
        .filter(key -> !command.fields().contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new Refused(
                  "%s doesn't know the field '%s'. It takes %s."
                      .formatted(command.id(), key, known));
            });
    return new Fields(command.id(), object);
  }

  /** A text that must be there. */
  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new Refused("%s needs '%s', a text. Add it.".formatted(command, name)));
  }

  /** A list of texts that must be there, and hold one at least. */
  List<String> texts(String name) {
    JsonElement value = object.get(name);
    if (value == null
        || !value.isJsonArray()
        || value.getAsJsonArray().isEmpty()
        || value.getAsJsonArray().asList().stream().anyMatch(item -> !isText(item))) {
      throw new Refused(
          "%s needs '%s', a list of texts. Add it, with one at least.".formatted(command, name));
    }
    return value.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  private static boolean isText(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  /** A text that may be missing, or null. */
  Optional<String> optionalText(String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new Refused(
          "'%s' of %s is no text. Put it in quotes, or leave it out.".formatted(name, command));
    }
    return Optional.of(value.getAsString());
  }

  /** Whether a field that may be missing is set. */
  boolean flag(String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return false;
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw new Refused("'%s' of %s must be true or false.".formatted(name, command));
    }
    return value.getAsBoolean();
  }
}
