package dev.envlens.feature;

import dev.envlens.link.ContextEntry;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands where a path points, in words for a hover. */
final class FileWords {

  /** As many as a person takes in at once. */
  private static final int NEAR_MISSES = 3;

  private FileWords() {}

  /** One sentence on a file, whose text is {@code described} where it can be read. */
  static String of(FileState state, String described) {
    if (state instanceof FileState.Text) {
      return described;
    }
    if (state instanceof FileState.Missing missing) {
      return "Nothing stands there." + near(missing.nearby());
    }
    if (state instanceof FileState.Folder) {
      return "A folder, not a file.";
    }
    return state instanceof FileState.Unreadable unreadable
        ? "It " + Markdown.plain(unreadable.reason()) + "."
        : "It is still being read.";
  }

  /** What a build with the context {@code folder} sees. */
  static String context(URI folder, ContextState state, Surroundings surroundings) {
    if (state instanceof ContextState.Files files) {
      return files(files) + "\n\n" + IgnoreFiles.rules(folder, surroundings);
    }
    if (state instanceof ContextState.Missing missing) {
      return "Nothing stands there." + near(missing.nearby());
    }
    return state instanceof ContextState.Unusable unusable
        ? "It can't be used: " + Markdown.plain(unusable.reason()) + "."
        : "It is still being read.";
  }

  private static String files(ContextState.Files files) {
    long bytes =
        files.entries().stream()
            .filter(ContextEntry.File.class::isInstance)
            .mapToLong(entry -> ((ContextEntry.File) entry).size())
            .sum();
    int count = files.entries().size();
    return (count == 1 ? "1 file, " : count + " files, ")
        + size(bytes)
        + ". The hash is made of the Dockerfile's text and of each other file's path, executable"
        + " bit, size and contents.";
  }

  private static String near(List<String> nearby) {
    return nearby.isEmpty()
        ? ""
        : nearby.stream()
            .limit(NEAR_MISSES)
            .map(Markdown::code)
            .collect(Collectors.joining(", ", " There is ", "."));
  }

  /** One KB is 1,024 bytes. */
  private static String size(long bytes) {
    if (bytes < 1024) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double size = bytes / 1024.0;
    int unit = 0;
    while (size >= 1024 && unit < 3) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, List.of("KB", "MB", "GB", "TB").get(unit));
  }
}
