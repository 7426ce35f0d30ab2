package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.text.Placeholders;
import java.util.stream.Stream;

/**
 * {@code reserved-name}: the name begins as only those of curated environments may, in any letter
 * case. Source: Microsoft's troubleshooting catalogue.
 */
final class ReservedName implements Rule {

  @Override
  public String code() {
    return "reserved-name";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A name that only Microsoft's environments may have.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    if (definition.form() == Form.INLINE) {
      return Stream.empty();
    }
    return definition.name().stream()
        .filter(name -> !Placeholders.in(name.text()))
        .flatMap(
            name ->
                EnvironmentName.reservedPrefix(name.text()).stream()
                    .map(
                        prefix ->
                            finding(
                                definition.place(name.contentRange()),
                                message(prefix),
                                EnvironmentName.slug(name.text())
                                    .map(free -> Names.rename(definition, name, free))
                                    .stream()
                                    .toList())));
  }

  static String message(String prefix) {
    return ("Names that begin with '%s' are kept for Microsoft's curated environments. Choose"
            + " another one.")
        .formatted(prefix);
  }
}
