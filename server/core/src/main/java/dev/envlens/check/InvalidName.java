package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.text.Placeholders;
import java.util.stream.Stream;

/**
 * {@code invalid-name}: the name has characters that the service refuses, or is longer than 255.
 * Source: Microsoft's troubleshooting catalogue.
 */
final class InvalidName implements Rule {

  @Override
  public String code() {
    return "invalid-name";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A name that the service refuses.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (definition.form() == Form.INLINE) {
      return Stream.empty();
    }
    return definition.name().stream()
        .filter(name -> !Placeholders.in(name.text()) && !EnvironmentName.isValid(name.text()))
        .map(
            name ->
                finding(
                    definition.place(name.contentRange()),
                    message(name.text()),
                    EnvironmentName.slug(name.text())
                        .or(() -> EnvironmentName.of(definition.source().uri()))
                        .map(slug -> Names.rename(definition, name, slug))
                        .stream()
                        .toList()));
  }

  static String message(String name) {
    return name.length() > EnvironmentName.MAX_LENGTH
        ? "The name has %d characters, and at most %d are allowed. Shorten it."
            .formatted(name.length(), EnvironmentName.MAX_LENGTH)
        : ("'%s' can't be the name of an environment: use letters, digits, '-', '_' and '.',"
                + " beginning with a letter or digit.")
            .formatted(name);
  }
}
