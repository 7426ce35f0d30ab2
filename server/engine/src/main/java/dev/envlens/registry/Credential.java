package dev.envlens.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What proves to a registry who asks. */
sealed interface Credential {

  /** There is none. */
  record None() implements Credential {}

  /** A user with a password. */
  record Password(String user, String password) implements Credential {

    /** As the header {@code Authorization} wants it. */
    String basic() {
      var text = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(text);
    }

    @Override
    public String toString() {
      return "Password";
    }
  }

  /** A token that a registry's token service gives another one for. */
  record Identity(String token) implements Credential {
    @Override
    public String toString() {
      return "Identity";
    }
  }
}
