package dev.envlens.feature;

import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ignore files that count in a build context. */
public final class IgnoreFiles {

  /** The first that is there counts, as in the Azure ML SDK. */
  private static final List<String> UPLOAD_RULES = List.of(".amlignore", ".gitignore");

  private static final String BUILDER_RULES = ".dockerignore";

  private IgnoreFiles() {}

  /** Where the ignore files of the context {@code folder} would stand. */
  public static Stream<URI> of(URI folder) {
    return Stream.concat(UPLOAD_RULES.stream(), Stream.of(BUILDER_RULES))
        .flatMap(name -> Paths.within(folder, name).stream());
  }

  /** Which of them count, as a sentence in Markdown. */
  static String rules(URI folder, Surroundings surroundings) {
    var upload =
        UPLOAD_RULES.stream().filter(name -> isThere(folder, name, surroundings)).findFirst();
    var builder = Optional.of(BUILDER_RULES).filter(name -> isThere(folder, name, surroundings));
    if (upload.isEmpty() && builder.isEmpty()) {
      return "No ignore file leaves anything out.";
    }
    return Stream.concat(
            upload.stream().map(name -> Markdown.code(name) + " rules what is uploaded"),
            builder.stream().map(name -> Markdown.code(name) + " rules what the builder sees"))
        .collect(Collectors.joining(", ", "", "."));
  }

  private static boolean isThere(URI folder, String name, Surroundings surroundings) {
    return Paths.within(folder, name)
        .filter(uri -> surroundings.file(uri) instanceof FileState.Text)
        .isPresent();
  }
}
