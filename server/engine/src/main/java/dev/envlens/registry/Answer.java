package dev.envlens.registry;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a server answered.
 *
 * @param header gives a header's value, or null
 * @param body empty where the request wanted none
 */
record Answer(int status, UnaryOperator<String> header, String body) {

  Optional<String> header(String name) {
    return Optional.ofNullable(header.apply(name));
  }

  boolean isJson() {
    return header("Content-Type").map(type -> type.contains("json")).orElse(false);
  }
}
