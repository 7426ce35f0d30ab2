package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hovers over what leads elsewhere, and in Dockerfiles and requirements files. */
class PageHoversTest {

  /** As much as a hover may have to be seen at once, in lines. */
  private static final int SCREEN = 25;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM pyth<caret>on:3.11 | **Base image** `docker.io/library/python:3.11`",
        "FROM <caret>scratch | **Base image** `scratch` · nothing",
        "FROM $UN<caret>SET | only the build will tell: it sets `UNSET`",
        "ARG B=python;FROM ${B}:<caret>3 | Written as `${B}:3`",
        "FROM a AS build;FROM bu<caret>ild | **Stage** `build` · line 1, from `a`, 0 instructions",
        "FROM a AS build;RUN x;FROM b;COPY --from=bu<caret>ild /a /b"
            + " | **Stage** `build` · line 1, from `a`, 1 instruction",
        "FROM a;ARG X=1;RUN echo $<caret>X | **ARG** `X` · line 2",
        "FROM a;ARG X=1;RUN echo $<caret>X | Default `1`. A build may set another.",
        "FROM a;ARG <caret>X;RUN y | It has no default",
        "ARG X=2;FROM a;ARG <caret>X;RUN y | Default `2`.",
        "FROM a;ENV X=1;RUN echo $<caret>X | **ENV** `X` · line 2",
        "FROM a;RUN pip install num<caret>py==1.26.4 | **`numpy`** · installed by pip",
        "FROM a;RUN conda install -y num<caret>py=1.26 | **`numpy`** · installed by conda",
        "FROM a;RUN apt-get install -y cu<caret>rl | Unpinned: whatever the distribution has",
        "FROM a;RUN apt-get install -y cu<caret>rl=7.8 | Pinned, for as long as",
        "FROM a;RUN --mo<caret>unt=type=cache,target=/x pip install a | needs BuildKit",
        "FROM a;R<caret>UN pip install a b && apt-get install -y c"
            + " | **Installs** with pip: `a`, `b`",
        "FROM a;R<caret>UN pip install a b && apt-get install -y c"
            + " | **Installs** with apt-get: `c`",
        "FROM a;COPY <caret>app.py / | **Build context** · `app.py`",
        "FROM a;COPY <caret>src / | A folder.",
        "FROM a;COPY <caret>gone.txt / | Nothing stands there.",
        "FROM a;COPY req.txt /tmp/;RUN pip install -r <caret>/tmp/req.txt | It has 2 entries.",
        "# envlens: ignore floating-<caret>base-image;FROM a | **`floating-base-image`** · warning",
      })
  void aDockerfileIsExplained(String marked, String part) {
    var text =
        Pointed.in("Dockerfile", marked.replace(";", "\n"))
            .with("app.py", "print()")
            .with("src/a.py", "")
            .with("req.txt", "a\nb\n")
            .shown();
    assertTrue(text.contains(part), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nRUN ec<caret>ho b\n",
        "FROM a\n<caret>\n",
        "FROM a\nRUN echo $HO<caret>ME\n",
        "# a com<caret>ment\nFROM a\n",
        "<caret>",
      })
  void ofAnythingElseInADockerfileNothingIsSaid(String marked) {
    assertEquals("", Pointed.in("Dockerfile", marked).shown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nARG <caret>API_TOKEN=hunter2secret\n",
        "FROM a\nENV U=https://me:hunter2secret@example.com/\nRUN curl $<caret>U\n",
        "FROM a\nRU<caret>N pip install https://me:hunter2secret@example.com/a.whl\n",
        "FROM me:hunter2secret@exam<caret>ple.com/a\n",
      })
  void aSecretIsNeverShown(String marked) {
    var text = Pointed.in("Dockerfile", marked).shown();
    assertFalse(text.isEmpty());
    assertFalse(text.contains("hunter2secret"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "num<caret>py==1.26.4 | **`numpy`** · installed by pip",
        "-r <caret>more.txt | It has 1 entry.",
        "-c g<caret>one.txt | Nothing stands there.",
      })
  void aRequirementsFileIsExplained(String line, String part) {
    var text = Pointed.in("requirements.txt", "a\n" + line + "\n").with("more.txt", "b").shown();
    assertTrue(text.contains(part), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# com<caret>ment", "--pr<caret>e", "==<caret>"})
  void ofAnythingElseInARequirementsFileNothingIsSaid(String line) {
    assertEquals("", Pointed.in("requirements.txt", line).shown());
  }

  @Test
  void aContextSaysWhatIsInItAndWhatRulesIt() {
    var pointed =
        Pointed.in("environment.yml", "{name: x, build: {path: doc<caret>ker}}")
            .with("docker/Dockerfile", "FROM a")
            .with("docker/app.py", "print()");
    var text = pointed.shown();
    assertTrue(text.startsWith("**path** · build context\n\n2 files, 13 bytes."), text);
    assertTrue(text.contains("No ignore file leaves anything out."), text);
    pointed.with("docker/.gitignore", "x").with("docker/.dockerignore", "y");
    assertTrue(
        pointed
            .shown()
            .contains(
                "`.gitignore` rules what is uploaded, `.dockerignore` rules what the builder sees."));
    pointed.with("docker/.amlignore", "z");
    assertTrue(pointed.shown().contains("`.amlignore` rules what is uploaded"), pointed.shown());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: x, build: {path: <caret>gone}} | Nothing stands there.",
        "{name: x, image: a, conda_file: <caret>c.yml}"
            + " | 1 package by conda, 2 packages by pip; channels `conda-forge`.",
        "{name: x, image: a, conda_file: <caret>docker} | A folder, not a file.",
        "{name: x, image: a, conda_file: <caret>c.yaml} | There is `c.yml`",
        "{name: x, image: a, conda_file: <caret>slow.yml} | It is still being read.",
        "{name: x, image: a, conda_file: <caret>bad.yml} | It is a binary file, not text.",
        "{name: x, build: {path: docker, dockerfile_path: <caret>D}}"
            + " | 2 stages; the last is built from `b`.",
        "{docker: {buildContext: {location: <caret>docker}}} | **location** · build context",
      })
  void aPathSaysWhatStandsThere(String marked, String part) {
    var pointed =
        Pointed.in("environment.yml", marked)
            .with("c.yml", "{channels: [conda-forge], dependencies: [a, {pip: [b, c]}]}")
            .with("docker/D", "FROM a\nFROM b\n");
    pointed
        .files()
        .with("slow.yml", new FileState.Pending())
        .with("bad.yml", new FileState.Unreadable("is a binary file, not text"));
    assertTrue(pointed.shown().contains(part), pointed.shown());
  }

  @Test
  void aReferenceNamesTheFilesThatDefineIt() {
    KnownEnvironments known =
        name ->
            List.of(
                new KnownEnvironments.Defined(
                    name,
                    Optional.of("3"),
                    new Place(MemoryFiles.uri("envs/train.yml"), TextRange.at(0))));
    var pointed = Pointed.in("job.yml", "{type: command, environment: 'azureml:<caret>train:3'}");
    var text = pointed.hover(known).orElseThrow().markdown();
    assertTrue(text.endsWith("\n\nDefined in `train.yml`."), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: x\nimage: a # envlens: ignore floating-<caret>image\n",
        "# envlens: ignore-file tag-not-digest, <caret>floating-image\nname: x\nimage: a\n",
      })
  void aSilencedCodeSaysWhatItMeans(String marked) {
    var text = Pointed.in("environment.yml", marked).shown();
    assertTrue(text.startsWith("**`floating-image`** · warning, silenced here\n\n"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: x\nimage: a # floating-<caret>image\n",
        "name: x\nimage: a # envlens: ignore no-such-<caret>rule\n",
        "name: x\nimage: a # envlens: ig<caret>nore floating-image\n",
      })
  void anyOtherCommentSaysNothing(String marked) {
    assertEquals("", Pointed.in("environment.yml", marked).shown());
  }

  @Provide
  static Arbitrary<String> documents() {
    return Arbitraries.of(
            "FROM a AS b\n",
            "RUN pip install a b c d e f g h i j k l m n -r x.txt && \\\n",
            "COPY . /app\n",
            "ARG X=${Y}\n",
            "dependencies:\n",
            "- numpy=1.26\n",
            "- pip: [a, -r requirements.txt]\n",
            "name: x\n",
            "image: ${X}:1\n",
            "build: {path: .}\n",
            "conda_file: {dependencies: [a]}\n",
            "-r requirements.txt\n",
            "numpy; python_version < '3'\n",
            "# envlens: ignore floating-image\n",
            "\n")
        .list()
        .ofMaxSize(30)
        .map(lines -> String.join("", lines));
  }

  @Property(tries = 50)
  void noHoverIsLongerThanAScreen(@ForAll("documents") String text) {
    for (String path : List.of("environment.yml", "Dockerfile", "requirements.txt")) {
      var pointed = Pointed.in(path, text);
      var page = pointed.page();
      for (int offset = 0; offset <= text.length(); offset += 5) {
        Hovers.at(page, offset, pointed.files(), Workspace.unknown(), new Hover.Options(true))
            .ifPresent(
                hover -> {
                  assertTrue(hover.markdown().lines().count() <= SCREEN, hover::markdown);
                  assertTrue(hover.range().end() <= text.length());
                });
      }
    }
  }
}
