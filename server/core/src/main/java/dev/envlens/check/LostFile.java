package dev.envlens.check;

import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A path that leads to no file (or folder) that can be used: why, what may have been meant, and the
 * fixes.
 *
 * @param noun what is looked for, {@code conda file}
 * @param wantsFolder whether a folder is looked for
 * @param file the file that names it
 * @param target where the path leads
 * @param state what stands there
 * @param base the folder that the path counts from
 * @param written the path as written; or the default, where none is
 */
record LostFile(
    String noun,
    boolean wantsFolder,
    URI file,
    URI target,
    FileState state,
    URI base,
    String written) {

  private static final int MOST_NEAR = 3;

  /** What is wrong, in a sentence or two; nothing when all is well or not known yet. */
  Optional<String> message() {
    if (written.isBlank()) {
      return Optional.of(
          "The path of the %s is empty: name a %s, such as '%s'."
              .formatted(noun, wantsFolder ? "folder" : "file", example()));
    }
    if (isWrittenAsFolder() && !(state instanceof FileState.Pending)) {
      return Optional.of(isFolder());
    }
    if (state instanceof FileState.Missing) {
      return Optional.of(
          "There is no %s '%s'%s, counted from this file's folder.%s"
              .formatted(noun, written, lookedFor(), advice()));
    }
    if (state instanceof FileState.Unreadable unreadable) {
      return Optional.of("The %s '%s' %s.".formatted(noun, written, unreadable.reason()));
    }
    if (state instanceof FileState.Folder && !wantsFolder) {
      return Optional.of(isFolder());
    }
    if (state instanceof FileState.Text && wantsFolder) {
      return Optional.of("'%s' is a file. Name the folder that it lies in.".formatted(written));
    }
    return Optional.empty();
  }

  /** Whether the path of a file ends as that of a folder. */
  private boolean isWrittenAsFolder() {
    return !wantsFolder && (written.endsWith("/") || written.endsWith("\\"));
  }

  private String isFolder() {
    String folder = isWrittenAsFolder() ? written.substring(0, written.length() - 1) : written;
    return "'%s' is a folder. Name the %s itself, such as '%s/%s'."
        .formatted(written, noun, folder, example());
  }

  private String example() {
    return switch (noun) {
      case "Dockerfile" -> "Dockerfile";
      case "conda file" -> "conda.yml";
      case "folder" -> "docker";
      default -> "requirements.txt";
    };
  }

  private String lookedFor() {
    return Paths.folder(file)
        .map(folder -> Paths.relative(folder, target))
        .filter(path -> !path.equals(written))
        .map(": looked for '%s'"::formatted)
        .orElse("");
  }

  private String advice() {
    var near = near();
    return near.isEmpty()
        ? " Create it, or correct the path."
        : near.stream()
            .map(path -> "'" + path + "'")
            .collect(Collectors.joining(" or ", " Did you mean ", "?"));
  }

  /** The paths that may have been meant, written as the definition would write them. */
  List<String> near() {
    if (!(state instanceof FileState.Missing missing) || written.isBlank()) {
      return List.of();
    }
    String start = written.startsWith("file:") ? "file:" : written.startsWith("./") ? "./" : "";
    return Paths.folder(target).stream()
        .flatMap(
            folder ->
                missing.nearby().stream().flatMap(path -> Paths.within(folder, path).stream()))
        .filter(found -> !found.equals(file))
        .map(found -> Paths.relative(base, found))
        .map(path -> path.startsWith("..") ? path : start + path)
        .distinct()
        .limit(MOST_NEAR)
        .toList();
  }

  /**
   * The finding of {@code rule} at {@code place}.
   *
   * @param use writes another path
   * @param create makes the missing file, if that helps
   */
  Optional<Finding> finding(
      Rule rule, Place place, Function<String, List<Fix>> use, Optional<Fix> create) {
    return message()
        .map(
            message -> {
              var fixes = new ArrayList<Fix>();
              near().forEach(path -> fixes.addAll(use.apply(path)));
              if (state instanceof FileState.Missing
                  && !written.isBlank()
                  && !isWrittenAsFolder()) {
                create.ifPresent(fixes::add);
              }
              return rule.finding(place, message, fixes);
            });
  }

  /** The title of a fix that writes {@code path}. */
  static String useTitle(String path) {
    return "Use '%s'".formatted(path);
  }

  /** A fix that makes the file {@code other} with {@code text} in it. */
  Fix create(URI other, String text) {
    String path =
        Paths.folder(file)
            .map(folder -> Paths.relative(folder, other))
            .orElseGet(() -> Paths.name(other));
    return Fix.create("Create '%s'".formatted(path), other, text);
  }
}
