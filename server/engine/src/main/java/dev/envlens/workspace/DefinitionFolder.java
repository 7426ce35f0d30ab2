package dev.envlens.workspace;

import dev.envlens.check.Credentials;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Hashing;
import dev.envlens.link.Surroundings;
import dev.envlens.workspace.EnvironmentVersion.Content;
import dev.envlens.workspace.WorkspaceFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A definition with what it leads to (conda file, requirements files, build context, ignore files)
 * as a folder of its own. Where the paths in it stay within one folder, the texts are as they were
 * written; else the environment's YAML says the same by other paths. In both cases the definition
 * has the same hash there as where it came from.
 */
public final class DefinitionFolder {

  private final Layout layout;
  private final Content content;

  private DefinitionFolder(Layout layout, Content content) {
    this.layout = layout;
    this.content = content;
  }

  /**
   * What the environment is to be called in the folder.
   *
   * @param version to be written into it, if one was asked for by other means than the definition
   */
  public record Naming(String name, Optional<String> version) {}

  /**
   * The folder of {@code definition}. Waits for the disk: a build context is read.
   *
   * @param surroundings the files around it, which must not answer {@code Pending} for long
   * @throws WorkspaceFault {@code REFUSED} when the definition has no hash, or holds a secret
   */
  public static DefinitionFolder of(
      Definition definition, Surroundings surroundings, Naming naming) {
    Credentials.refusal(definition)
        .ifPresent(
            refusal -> {
              throw new WorkspaceFault(Kind.REFUSED, refusal);
            });
    if (!(Hashing.of(definition, surroundings) instanceof Hashing.Known known)) {
      var unknown = (Hashing.Unknown) Hashing.of(definition, surroundings);
      throw new WorkspaceFault(
          unknown.pending() ? Kind.CONFLICT : Kind.REFUSED,
          "%s has no hash, so it can't be registered: %s."
              .formatted(capitalized(definition.label()), unknown.reason()));
    }
    DefinitionHash hash = known.hash();
    var text = OwnText.of(definition, surroundings, naming);
    var layout =
        new AsWritten(text, surroundings)
            .layout()
            .filter(found -> found.hasHash(hash.hex()))
            .or(() -> Optional.of(new Moved(text, surroundings).layout()))
            .filter(found -> found.hasHash(hash.hex()))
            .orElseThrow(() -> cantMove(definition));
    requireNoSecretInComments(layout);
    var files =
        layout.parts().entrySet().stream()
            .map(part -> part.getValue().stored(part.getKey()))
            .toList();
    var content =
        new Content(
            definition.kind().label(),
            hash.hex(),
            hash.canonicalJson(),
            layout.definition(),
            files);
    return new DefinitionFolder(layout, content);
  }

  public Content content() {
    return content;
  }

  /** The bytes of one of the {@link #content}'s files, as {@link Submission.Bytes}. */
  public InputStream open(StoredFile file) throws IOException {
    return layout.parts().get(file.path()).open();
  }

  private static void requireNoSecretInComments(Layout layout) {
    layout
        .parts()
        .forEach(
            (path, part) -> {
              if (part instanceof FolderPart.Seen seen && Credentials.standIn(seen.text())) {
                throw new WorkspaceFault(Kind.REFUSED, Credentials.refusal(path));
              }
            });
  }

  static WorkspaceFault cantMove(Definition definition) {
    return new WorkspaceFault(
        Kind.REFUSED,
        "%s can't be taken out of its surroundings without changing what it means. Save all its files, and write it out in a file of its own, without anchors and aliases."
            .formatted(capitalized(definition.label())));
  }

  private static String capitalized(String label) {
    return Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }
}
