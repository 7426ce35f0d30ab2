package dev.envlens.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which file of the build context stands at a path of the image, as far as {@code WORKDIR}, {@code
 * COPY}, {@code ADD}, bind mounts and {@code cd} tell. Guesses nothing: what can't be told is
 * absent.
 */
final class ContextPaths {

  /** Stands for the working folder that the base image sets. */
  private static final String UNKNOWN_FOLDER = "/\u0000";

  /**
   * One source of a {@code COPY} and where it goes.
   *
   * @param folder whether the source is written as a folder
   * @param into whether the destination is the folder around a file, not the file's own path
   */
  private record Copied(String source, boolean folder, String destination, boolean into) {}

  private final List<Copied> copies;
  private final List<Copied> mounts = new ArrayList<>();
  private Optional<String> folder;

  private ContextPaths(List<Copied> copies, Optional<String> folder) {
    this.copies = copies;
    this.folder = folder;
  }

  /** Nothing is copied yet. */
  ContextPaths() {
    this(new ArrayList<>(), Optional.of(UNKNOWN_FOLDER));
  }

  /** The same as it is now, free to go another way. */
  ContextPaths copy() {
    return new ContextPaths(new ArrayList<>(copies), folder);
  }

  /** Takes what an instruction of the stage changes for those after it. */
  void follow(Instruction instruction) {
    if (instruction.is("WORKDIR")) {
      var words = Words.plain(instruction.arguments());
      folder = words.size() == 1 ? path(unquoted(words.get(0))) : Optional.empty();
    } else if (instruction.is("COPY") || instruction.is("ADD")) {
      if (instruction.flag("from").isEmpty()) {
        copied(instruction);
      }
    }
  }

  /** What the commands of a {@code RUN} see: its bind mounts too. */
  ContextPaths inside(Instruction run) {
    var inside = new ContextPaths(copies, folder);
    for (var flag : run.flags()) {
      if (flag.name().equals("mount")) {
        flag.value().ifPresent(value -> inside.mounted(value.text()));
      }
    }
    return inside;
  }

  /** Follows a {@code cd}. */
  void follow(ShellCommand command) {
    var words = Invocation.of(command).words();
    if (!words.isEmpty() && words.get(0).text().equals("cd")) {
      folder =
          words.size() == 2 && !words.get(1).expands()
              ? path(words.get(1).text())
              : Optional.empty();
    }
  }

  /** The path in the build context of the file that a command names. */
  Optional<String> contextPath(ShellWord word) {
    if (word.expands() || word.text().contains("://")) {
      return Optional.empty();
    }
    return path(word.text()).flatMap(path -> source(mounts, path).or(() -> source(copies, path)));
  }

  private static Optional<String> source(List<Copied> copies, String path) {
    for (int i = copies.size() - 1; i >= 0; i--) {
      var source = source(copies.get(i), path);
      if (source.isPresent()) {
        return source;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> source(Copied copied, String path) {
    String name = copied.source().substring(copied.source().lastIndexOf('/') + 1);
    if (path.equals(copied.destination())) {
      return copied.into() || isPattern(name) ? Optional.empty() : Optional.of(copied.source());
    }
    String inside = copied.destination().equals("/") ? "/" : copied.destination() + "/";
    if (!path.startsWith(inside)) {
      return Optional.empty();
    }
    String rest = path.substring(inside.length());
    if (isPattern(name)) {
      String before = copied.source().substring(0, copied.source().length() - name.length());
      boolean matches = rest.indexOf('/') < 0 && !isPattern(before) && matches(name, rest);
      return matches ? Optional.of(before + rest) : Optional.empty();
    }
    if (rest.equals(name)) {
      return Optional.of(copied.source());
    }
    // A folder's contents are copied, not the folder; with a dot in it, it is rather a file.
    boolean folder = copied.folder() || name.indexOf('.') < 0;
    return folder
        ? Optional.of(copied.source().isEmpty() ? rest : copied.source() + "/" + rest)
        : Optional.empty();
  }

  private void copied(Instruction copy) {
    var words =
        copy.exec()
            .map(strings -> strings.stream().map(SourceText::text).toList())
            .orElseGet(
                () -> Words.plain(copy.arguments()).stream().map(ContextPaths::unquoted).toList());
    if (words.size() < 2) {
      return;
    }
    String last = words.get(words.size() - 1);
    boolean into =
        last.endsWith("/") || last.equals(".") || last.endsWith("/.") || words.size() > 2;
    for (String source : words.subList(0, words.size() - 1)) {
      add(copies, source, last, into && !isFolder(source));
    }
  }

  private static boolean isFolder(String source) {
    return source.isEmpty() || source.endsWith("/") || source.equals(".");
  }

  private void mounted(String options) {
    String type = "bind";
    String source = "";
    String target = "";
    for (String option : options.split(",", -1)) {
      int equals = option.indexOf('=');
      String value = option.substring(equals + 1);
      switch (equals < 0 ? option : option.substring(0, equals)) {
        case "type" -> type = value;
        case "source", "src" -> source = value;
        case "target", "dst", "destination" -> target = value;
        case "from" -> type = "image";
        default -> {}
      }
    }
    if (type.equals("bind") && !target.isEmpty()) {
      add(mounts, source, target, false);
    }
  }

  private void add(List<Copied> list, String source, String destination, boolean into) {
    boolean known = source.indexOf('$') < 0 && !source.startsWith("<<") && !source.contains("://");
    if (known) {
      var normal = normal("/" + source);
      path(destination)
          .ifPresent(to -> list.add(new Copied(normal.substring(1), isFolder(source), to, into)));
    }
  }

  private static String unquoted(SourceText word) {
    return Words.unquoted(word, '\\').text();
  }

  /** The absolute path, when it can be told. */
  private Optional<String> path(String written) {
    if (written.isEmpty() || written.indexOf('$') >= 0 || written.startsWith("~")) {
      return Optional.empty();
    }
    if (written.startsWith("/")) {
      return Optional.of(normal(written));
    }
    return folder.map(base -> normal(base + "/" + written));
  }

  /** Without empty parts, {@code .} and {@code ..}; no {@code /} at the end. */
  private static String normal(String path) {
    var parts = new ArrayList<String>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
  }

  /** Whether {@code name} fits {@code pattern}, with {@code *} and {@code ?}. */
  private static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
