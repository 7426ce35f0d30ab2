package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;

/**
 * Whatever was opened, edited, saved, closed, written, moved or deleted, and in whatever order: in
 * the end a server that saw all of it shows what a new one shows.
 */
class OrderOfThingsTest {

  private final Path root = temporaryFolder();
  private int tries;

  /** Within a folder of its own: files beside it are taken for misspelt names of each other. */
  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("envlens-order").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterProperty
  void deleteAll() {
    delete(root);
  }

  /** What each file may hold. */
  private static final Map<String, List<String>> POOL =
      new TreeMap<>(
          Map.of(
              "env.yml",
              List.of(
                  "name: train\nversion: 1\nimage: python:3.11\nconda_file: conda.yml\n",
                  "name: train\nimage: python\nconda_file: lib/conda.yml\n",
                  "name: fit\nbuild:\n  path: docker\n",
                  "name: [\n"),
              "lib/env.yml",
              List.of(
                  "name: train\nversion: 2\nimage: python:3.11\nconda_file: ../conda.yml\n",
                  "name: other\nimage: python:3.11\nconda_file: conda.yml\n"),
              "conda.yml",
              List.of(
                  "channels: [a]\ndependencies:\n  - python=3.11\n  - numpy\n",
                  "channels: [a]\ndependencies:\n  - numpy\n  - python=3.11\n",
                  "dependencies:\n  - pip:\n    - -r requirements.txt\n    - x==1\n"),
              "lib/conda.yml",
              List.of("channels: [a]\ndependencies:\n  - python=3.11\n  - numpy\n", "key: value\n"),
              "requirements.txt",
              List.of("numpy==1.26.4\n", "numpy\npandas\n"),
              "job.yml",
              List.of(
                  "command: ls\nenvironment: azureml:train:1\n",
                  "command: ls\nenvironment: file:env.yml\n",
                  "command: ls\nenvironment: azureml:train@latest\n",
                  "endpoint_name: e\nmodel: m\ninstance_type: s\nenvironment: azureml:train:1\n",
                  "command: ls\nenvironment:\n  image: python:3.11\n  conda_file: conda.yml\n"),
              "docker/Dockerfile",
              List.of(
                  "FROM python:3.11\nCOPY . .\n",
                  "FROM python\nCOPY . .\nRUN pip install -r requirements.txt\n"),
              "docker/requirements.txt",
              List.of("numpy\n", "-r more.txt\nnumpy==1.26.4\n"),
              "docker/app.py",
              List.of("print(1)\n", "print(2)\n"),
              "docker/.dockerignore",
              List.of("*.py\n", "\n")));

  /** Is open throughout, and asks of all others, open or not, who is like it. */
  private static final String PROBE =
      "name: train\nversion: 1\nimage: python:3.11\nconda_file: conda.yml\n";

  private static final List<String> FILES = List.copyOf(POOL.keySet());

  private enum Act {
    OPEN,
    EDIT,
    SAVE,
    CLOSE,
    WRITE,
    WRITE_UNSEEN,
    DELETE,
    DELETE_FOLDER,
    MOVE,
    ASK
  }

  /** One thing that happens; numbers choose a file and a text of it. */
  private record Step(Act act, int file, int text) {
    String path() {
      return among(FILES);
    }

    String among(List<String> paths) {
      return paths.get(file % paths.size());
    }

    String content(String path) {
      var texts = POOL.get(path);
      return texts.get(text % texts.size());
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var uniform =
        Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform());
    return Combinators.combine(Arbitraries.of(Act.class), uniform, uniform)
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(25);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void inTheEndTheServerKnowsWhatANewOneKnows(
      @ForAll("steps") List<Step> steps, @ForAll boolean pulls) throws IOException {
    Path folder = Files.createDirectories(root.resolve("try" + ++tries));
    var session = new Play(folder);
    try (var editor = editor(folder, pulls)) {
      var screen = new Screen(editor, pulls);
      session.open(editor, "probe.yml", PROBE);
      for (var step : steps) {
        session.play(editor, step);
        screen.look(session.open.keySet());
      }
      // What no watcher told is found by the next save or question.
      session.ask(editor);
      screen.look(session.open.keySet());
      var seen = session.seen(editor);
      try (var fresh = editor(folder, pulls)) {
        session.open.forEach(fresh::open);
        var freshScreen = new Screen(fresh, pulls);
        freshScreen.look(session.open.keySet());
        assertEquals(session.seen(fresh), seen, steps::toString);
        assertEquals(freshScreen.shown, screen.shown, steps::toString);
      }
    }
    delete(folder);
  }

  private static Editor editor(Path folder, boolean pulls) {
    return Editor.over(
        folder,
        workspace -> {
          workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
          workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
          if (pulls) {
            workspace.setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
          }
        },
        document -> {
          if (pulls) {
            document.setDiagnostic(new DiagnosticCapabilities());
          }
        });
  }

  /**
   * What stands on the screen: of each document what the server answered last, when it was opened
   * or edited or when the server said that something is new.
   */
  private static final class Screen {

    /** More rounds would be a server that never comes to rest. */
    private static final int MOST_ROUNDS = 5;

    private final Editor editor;
    private final boolean pulls;
    private final Map<String, List<String>> shown = new TreeMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private List<Integer> refreshes = List.of(0, 0, 0);

    Screen(Editor editor, boolean pulls) {
      this.editor = editor;
      this.pulls = pulls;
    }

    void look(Set<String> open) {
      shown.keySet().removeIf(what -> !open.contains(what.substring(what.indexOf(' ') + 1)));
      versions.keySet().retainAll(open);
      for (int round = 0; lookOnce(open); round++) {
        assertTrue(round < MOST_ROUNDS, () -> "asked to look again and again: " + refreshes);
        editor.settle();
      }
    }

    private boolean lookOnce(Set<String> open) {
      var now =
          List.of(editor.lensRefreshes(), editor.hintRefreshes(), pulls ? editor.refreshes() : 0);
      boolean any = false;
      for (String path : open) {
        boolean edited = !Objects.equals(versions.get(path), editor.version(path));
        any |= edited;
        if (edited || !now.get(0).equals(refreshes.get(0))) {
          shown.put("lenses " + path, editor.lenses(path));
        }
        if (edited || !now.get(1).equals(refreshes.get(1))) {
          shown.put("hints " + path, editor.hints(path, 0, 99));
        }
        if (pulls && (edited || !now.get(2).equals(refreshes.get(2)))) {
          shown.put("findings " + path, sorted(editor.pulled(path)));
        }
        versions.put(path, editor.version(path));
      }
      boolean refreshed = !now.equals(refreshes);
      refreshes = now;
      return any || refreshed;
    }
  }

  private static List<String> sorted(List<String> all) {
    return List.copyOf(new TreeSet<>(all));
  }

  private static void delete(Path folder) {
    try (var below = Files.walk(folder)) {
      for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A person at work in a folder. */
  private static final class Play {
    private final Path folder;
    private final Map<String, String> open = new TreeMap<>();
    private int written;

    Play(Path folder) {
      this.folder = folder;
      List.of("env.yml", "conda.yml", "job.yml", "docker/Dockerfile")
          .forEach(path -> write(path, POOL.get(path).get(0)));
    }

    void play(Editor editor, Step step) {
      var atHand = open.keySet().stream().filter(POOL::containsKey).toList();
      boolean inEditor = Set.of(Act.EDIT, Act.SAVE, Act.CLOSE).contains(step.act());
      String path = inEditor && !atHand.isEmpty() ? step.among(atHand) : step.path();
      switch (step.act()) {
        case OPEN -> open(editor, path, step.content(path));
        case EDIT -> edit(editor, path, step.content(path));
        case SAVE -> save(editor, path);
        case CLOSE -> close(editor, path);
        case WRITE -> {
          write(path, step.content(path));
          editor.changedOnDisk(path);
        }
        case WRITE_UNSEEN -> {
          // A context that isn't YAML is left to the watcher: nobody reads it whole at each save.
          write(path, step.content(path));
          if (path.startsWith("docker")) {
            editor.changedOnDisk(path);
          }
        }
        case DELETE -> remove(editor, path);
        case DELETE_FOLDER -> remove(editor, path.replaceAll("/.*", ""));
        case MOVE -> move(editor, path);
        case ASK -> ask(editor);
      }
    }

    private void open(Editor editor, String path, String text) {
      if (!open.containsKey(path)) {
        open.put(path, text);
        editor.open(path, text);
      }
    }

    private void edit(Editor editor, String path, String text) {
      String before = open.get(path);
      if (before != null && !before.isEmpty() && !before.equals(text)) {
        open.put(path, text);
        editor.edit(path, before, text);
      }
    }

    private void save(Editor editor, String path) {
      if (open.containsKey(path)) {
        write(path, open.get(path));
        editor.saved(path);
      }
    }

    private void close(Editor editor, String path) {
      if (open.remove(path) != null) {
        editor.close(path);
      }
    }

    private void remove(Editor editor, String what) {
      if (Files.exists(folder.resolve(what))) {
        OrderOfThingsTest.delete(folder.resolve(what));
        editor.changedOnDisk(what);
      }
    }

    private void move(Editor editor, String path) {
      String to = path.startsWith("lib/") ? path.substring(4) : "lib/" + path;
      if (Files.isRegularFile(folder.resolve(path))) {
        write(to, read(path));
        OrderOfThingsTest.delete(folder.resolve(path));
        editor.changedOnDisk(path).changedOnDisk(to);
      }
    }

    void ask(Editor editor) {
      var unused = editor.environments("");
      editor.settle();
    }

    /** What the editor shows. */
    Map<String, List<String>> seen(Editor editor) {
      Map<String, List<String>> seen = new TreeMap<>();
      seen.put("symbols", sorted(editor.environments("")));
      var unused = editor.completions("probe.yml", "conda_file: "); // reads the folder again
      editor.settle();
      seen.put("files", editor.completions("probe.yml", "conda_file: "));
      for (String path : FILES) {
        if (!open.containsKey(path)) {
          seen.put("findings of " + path, sorted(editor.findings(path)));
        }
      }
      for (String path : open.keySet()) {
        seen.put("findings of " + path, sorted(editor.findings(path)));
        String text = open.get(path);
        for (String at : List.of("name", "image", "environment", "dependencies", "FROM", "numpy")) {
          if (text.contains(at)) {
            var shown = new ArrayList<String>();
            shown.add(editor.hover(path, at));
            shown.addAll(editor.references(path, at, true));
            seen.put(path + " at " + at, shown);
          }
        }
      }
      return seen;
    }

    private void write(String path, String text) {
      try {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // Long ago, each at its own time: what was written just now is never taken as unchanged.
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++written)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String read(String path) {
      try {
        return Files.readString(folder.resolve(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
