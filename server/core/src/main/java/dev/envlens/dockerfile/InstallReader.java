package dev.envlens.dockerfile;

import dev.envlens.dockerfile.Install.PackageFile.Kind;
import dev.envlens.dockerfile.Install.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the command line of one install apart: options and their values, packages, files. */
final class InstallReader {

  /** A path before it is known what is there. */
  record NamedFile(Kind kind, ShellWord word) {}

  private static final Set<String> PIP_VALUES =
      Set.of(
          "--index-url",
          "--extra-index-url",
          "--find-links",
          "--target",
          "--prefix",
          "--root",
          "--src",
          "--platform",
          "--python-version",
          "--implementation",
          "--abi",
          "--progress-bar",
          "--upgrade-strategy",
          "--trusted-host",
          "--proxy",
          "--retries",
          "--timeout",
          "--default-timeout",
          "--cache-dir",
          "--log",
          "--cert",
          "--client-cert",
          "--only-binary",
          "--no-binary",
          "--global-option",
          "--install-option",
          "--build-option",
          "--config-settings",
          "--use-feature",
          "--use-deprecated",
          "--exists-action",
          "--python",
          "--report",
          "--root-user-action",
          "--keyring-provider",
          "--index-strategy",
          "--index",
          "--default-index",
          "--resume-retries",
          "--group");
  private static final Set<String> CONDA_VALUES =
      Set.of(
          "--name",
          "--prefix",
          "--channel",
          "--repodata-fn",
          "--solver",
          "--platform",
          "--subdir",
          "--revision",
          "--root-prefix",
          "--rc-file",
          "--log-level",
          "--experimental-solver");
  private static final Set<String> APT_VALUES =
      Set.of("--option", "--target-release", "--default-release", "--config-file");

  private final Tool tool;
  private final boolean condaFileOption;
  private final List<ShellWord> packages = new ArrayList<>();
  private final List<ShellWord> editables = new ArrayList<>();
  private final List<NamedFile> files = new ArrayList<>();

  private InstallReader(Tool tool, boolean condaFileOption) {
    this.tool = tool;
    this.condaFileOption = condaFileOption;
  }

  Tool tool() {
    return tool;
  }

  List<ShellWord> packages() {
    return packages;
  }

  List<ShellWord> editables() {
    return editables;
  }

  List<NamedFile> files() {
    return files;
  }

  /** The install that a command is, if it is one. */
  static Optional<InstallReader> read(ShellCommand command) {
    var words = Invocation.of(command).words();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String program = Invocation.program(words.get(0));
    if (isNumbered(program, "pip")) {
      return verb(Tool.PIP, words, 1, Set.of("install"));
    }
    if (isNumbered(program, "python") && words.size() > 2) {
      int module = 1;
      while (module < words.size() && isPlainOption(words.get(module).text())) {
        module++;
      }
      boolean pip =
          module + 1 < words.size()
              && words.get(module).text().equals("-m")
              && words.get(module + 1).text().equals("pip");
      return pip ? verb(Tool.PIP, words, module + 2, Set.of("install")) : Optional.empty();
    }
    return switch (program) {
      case "uv" ->
          words.size() > 1 && words.get(1).text().equals("pip")
              ? verb(Tool.PIP, words, 2, Set.of("install"))
              : Optional.empty();
      case "conda" -> conda(Tool.CONDA, words);
      case "mamba" -> conda(Tool.MAMBA, words);
      case "micromamba" -> conda(Tool.MICROMAMBA, words);
      case "apt-get", "apt" -> verb(Tool.APT_GET, words, 1, Set.of("install"));
      default -> Optional.empty();
    };
  }

  private static boolean isPlainOption(String word) {
    return word.startsWith("-") && !word.equals("-m") && !word.equals("-c");
  }

  /** {@code pip}, {@code pip3}, {@code pip3.12}. */
  private static boolean isNumbered(String program, String name) {
    if (!program.startsWith(name)) {
      return false;
    }
    for (int i = name.length(); i < program.length(); i++) {
      char c = program.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static Optional<InstallReader> conda(Tool tool, List<ShellWord> words) {
    if (words.size() > 1 && words.get(1).text().equals("env")) {
      return verb(tool, words, 2, Set.of("create", "update"), true);
    }
    return verb(tool, words, 1, Set.of("install", "create", "update"), tool != Tool.CONDA);
  }

  private static Optional<InstallReader> verb(
      Tool tool, List<ShellWord> words, int start, Set<String> verbs) {
    return verb(tool, words, start, verbs, false);
  }

  private static Optional<InstallReader> verb(
      Tool tool, List<ShellWord> words, int start, Set<String> verbs, boolean condaFileOption) {
    var reader = new InstallReader(tool, condaFileOption);
    // Options may stand before the verb too.
    int i = reader.options(words, start);
    if (i >= words.size() || !verbs.contains(words.get(i).text())) {
      return Optional.empty();
    }
    i++;
    while (i < words.size()) {
      int next = reader.options(words, i);
      if (next == i) {
        reader.packages.add(words.get(next++));
      }
      i = next;
    }
    return Optional.of(reader);
  }

  /** Takes the options that stand at {@code start}; gives the place of the first other word. */
  private int options(List<ShellWord> words, int start) {
    int i = start;
    while (i < words.size() && words.get(i).text().length() > 1 && isOption(words.get(i))) {
      var word = words.get(i++);
      int equals = word.text().startsWith("--") ? word.text().indexOf('=') : -1;
      if (equals > 0) {
        value(word.text().substring(0, equals), tail(word, equals + 1));
      } else if (word.text().startsWith("--")) {
        i = takeValue(word.text(), words, i);
      } else {
        i = takeShort(word, words, i);
      }
    }
    return i;
  }

  private static boolean isOption(ShellWord word) {
    return word.text().startsWith("-");
  }

  private int takeValue(String option, List<ShellWord> words, int next) {
    if (next >= words.size() || (!names(option) && !takesValue(option))) {
      return next;
    }
    value(option, words.get(next));
    return next + 1;
  }

  /** Short options may be bundled, and their value may follow without a space. */
  private int takeShort(ShellWord word, List<ShellWord> words, int next) {
    for (int i = 1; i < word.text().length(); i++) {
      String option = "-" + word.text().charAt(i);
      if (names(option) || takesValue(option)) {
        if (i + 1 == word.text().length()) {
          return takeValue(option, words, next);
        }
        value(option, tail(word, i + 1));
        return next;
      }
    }
    return next;
  }

  private static ShellWord tail(ShellWord word, int start) {
    var value = word.value().slice(start, word.value().length());
    return new ShellWord(value, value.range(), word.quoted(), word.expands());
  }

  private boolean takesValue(String option) {
    return switch (tool) {
      case PIP -> PIP_VALUES.contains(option) || Set.of("-i", "-f", "-t", "-C").contains(option);
      case CONDA, MAMBA, MICROMAMBA ->
          CONDA_VALUES.contains(option)
              || Set.of("-n", "-p", "-c").contains(option)
              || (tool == Tool.MICROMAMBA && option.equals("-r"));
      case APT_GET -> APT_VALUES.contains(option) || Set.of("-o", "-t", "-c").contains(option);
    };
  }

  /** Whether the option's value names packages, directly or in a file. */
  private boolean names(String option) {
    return kind(option).isPresent() || isEditable(option);
  }

  private void value(String option, ShellWord word) {
    kind(option).ifPresent(kind -> files.add(new NamedFile(kind, word)));
    if (isEditable(option)) {
      editables.add(word);
    }
  }

  private boolean isEditable(String option) {
    return tool == Tool.PIP && (option.equals("-e") || option.equals("--editable"));
  }

  private Optional<Kind> kind(String option) {
    if (tool == Tool.PIP) {
      return switch (option) {
        case "-r", "--requirement", "--requirements" -> Optional.of(Kind.REQUIREMENTS);
        case "-c", "--constraint", "--constraints" -> Optional.of(Kind.CONSTRAINTS);
        default -> Optional.empty();
      };
    }
    boolean file = option.equals("--file") || (condaFileOption && option.equals("-f"));
    return tool != Tool.APT_GET && file ? Optional.of(Kind.CONDA) : Optional.empty();
  }
}
