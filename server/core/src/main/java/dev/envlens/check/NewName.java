package dev.envlens.check;

import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Yaml;
import java.util.Optional;

/** A name that somebody wants to give to an environment. */
public record NewName(String text) {

  /** What the rules would say of it, in words for a user; nothing where it is fine. */
  public Optional<String> fault() {
    if (!EnvironmentName.isValid(text)) {
      return Optional.of(
          text.isEmpty()
              ? "An environment needs a name: write one."
              : Secrets.mask(InvalidName.message(text)));
    }
    return EnvironmentName.reservedPrefix(text).map(ReservedName::message);
  }

  /** The edit that writes {@code value} instead of {@code written}, in quotes where need be. */
  public static TextEdit edit(Yaml yaml, Scalar written, String value) {
    return new YamlEdits(yaml).replace(written, value);
  }
}
