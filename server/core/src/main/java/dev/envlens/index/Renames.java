package dev.envlens.index;

import dev.envlens.check.NewName;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.EnvironmentUse;
import dev.envlens.definition.Form;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives an environment of the workspace another name, where it is defined and where it is named as
 * {@code azureml:NAME}, whatever follows. What names one by an Azure resource id or in a registry
 * means something that is registered already, and stays.
 */
public final class Renames {

  private static final String SCHEME = "azureml:";

  private Renames() {}

  /** A name, and where it stands. */
  public record Name(String text, TextRange range) {}

  /** The name of an environment that stands at {@code offset}. */
  public static Optional<Name> at(Contents contents, int offset) {
    return contents.uses().stream()
        .flatMap(use -> name(use).stream())
        .filter(name -> name.range().touches(offset))
        .findFirst();
  }

  private static Optional<Name> name(EnvironmentUse use) {
    if (use instanceof Definition definition) {
      return definition
          .name()
          .filter(name -> definition.form() != Form.INLINE && !name.text().isEmpty())
          .map(name -> new Name(name.text(), name.contentRange()));
    }
    var reference = (Reference) use;
    return shortName(reference).map(name -> new Name(name, reference.text().rangeOf(nameIn(name))));
  }

  private static Optional<String> shortName(Reference reference) {
    return reference.target() instanceof ReferenceTarget.Named named
            && named.registry().isEmpty()
            && !reference.text().text().startsWith(SCHEME + "/")
        ? Optional.of(named.name())
        : Optional.empty();
  }

  private static TextRange nameIn(String name) {
    return new TextRange(SCHEME.length(), SCHEME.length() + name.length());
  }

  /** The edits of one file, none of which overlap. */
  public static List<TextEdit> edits(Contents contents, String name, String newName) {
    return contents.uses().stream()
        .filter(use -> name(use).filter(known -> known.text().equals(name)).isPresent())
        .flatMap(use -> edit(contents, use, name, newName))
        .distinct()
        .toList();
  }

  private static Stream<TextEdit> edit(
      Contents contents, EnvironmentUse use, String name, String newName) {
    var yaml = contents.source().yaml();
    if (use instanceof Definition definition) {
      return definition.name().stream().map(written -> NewName.edit(yaml, written, newName));
    }
    Scalar written = ((Reference) use).text();
    String rest = written.text().substring(SCHEME.length() + name.length());
    return Stream.of(
        written.verbatim()
            ? TextEdit.replace(written.rangeOf(nameIn(name)), newName)
            : NewName.edit(yaml, written, SCHEME + newName + rest));
  }
}
