package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Given;
import dev.envlens.schema.Format;
import dev.envlens.schema.KeyDoc;
import dev.envlens.schema.KeyDocs;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoversTest {

  private static final String CARET = "<caret>";

  /** As much as a hover may have to be seen at once, in lines. */
  private static final int SCREEN = 30;

  /** A file in which {@code <caret>} marks where the pointer is. */
  private record Pointed(Given given, int offset) {

    static Pointed at(String marked) {
      int offset = marked.indexOf(CARET);
      assertTrue(offset >= 0, "no caret in " + marked);
      return new Pointed(Given.file(marked.replace(CARET, "")), offset);
    }

    Optional<Hover> hover(boolean sdkVersion) {
      return Hovers.at(given.contents(), offset, given.files(), new Hover.Options(sdkVersion));
    }

    Hover shown() {
      var hover = hover(true);
      assertTrue(hover.isPresent(), () -> "nothing is shown in " + given.text());
      assertTrue(hover.get().markdown().lines().count() <= SCREEN, () -> hover.get().markdown());
      return hover.get();
    }

    /** The text over which the hover is. */
    String subject() {
      return shown().range().of(given.text());
    }
  }

  private static String shown(String marked) {
    return Pointed.at(marked).shown().markdown();
  }

  private static void assertNothing(String marked) {
    assertEquals(Optional.empty(), Pointed.at(marked).hover(true), marked);
  }

  @Test
  void theNameShowsTheWholeEnvironment() {
    assertEquals(
        """
        **Environment** `train` version `3` · user-managed

        Hash `36e6c479420800e910b4fe40e2cd637a96a9cb3db964a4141923a594f5dbb08b`

        | part | digest | from |
        |---|---|---|
        | image | `3fbaf58b` | line 3 |

        Image `azureml/azureml_36e6c479420800e910b4fe40e2cd637a`

        No cache has been asked for an image with this hash.""",
        Pointed.at("na<caret>me: train\nversion: 3\nimage: python:3.10\n")
            .hover(false)
            .orElseThrow()
            .markdown());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{<caret>name: train, image: a} | name: train",
        "{name: tr<caret>ain, image: a} | name: train",
        "{image: a, name: train<caret>} | name: train",
        "{ima<caret>ge: a, version: 1} | image",
        "{version<caret>: 1, image: a} | version",
        "{type: command, environment: {os_<caret>type: linux, image: a}} | os_type",
        "{docker: {baseImage: a}, name: tr<caret>ain} | name: train",
        "{dock<caret>er: {baseImage: a}} | docker",
      })
  void theNameOrElseTheFirstKeyIsTheEnvironment(String marked, String subject) {
    var pointed = Pointed.at(marked);
    assertEquals(subject, pointed.subject());
    assertTrue(pointed.shown().markdown().startsWith("**Environment**"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: command, environ<caret>ment: {name: x, image: a}}",
        "{type: pipeline, jobs: {a: {type: command, <caret>environment: {image: a}}}}",
      })
  void theKeyThatHoldsAnEnvironmentIsThatEnvironment(String marked) {
    var pointed = Pointed.at(marked);
    assertEquals("environment", pointed.subject());
    assertTrue(pointed.shown().markdown().startsWith("**Environment**"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{dependencies: [&p numpy=1, *<caret>p]} | *p",
        "{dependencies: [{pip: [&p numpy==1, *<caret>p]}]} | *p",
        "{dependencies: [&p num<caret>py=1, *p]} | numpy=1",
      })
  void anAliasIsExplainedWhereItStands(String marked, String subject) {
    assertEquals(subject, Pointed.at(marked).subject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{dependencies: ['https://me:hunter2secret@example.com/c::num<caret>py']}",
        "{dependencies: [{pip: ['-r https://me:hunter2secret@exam<caret>ple.com/r.txt']}]}",
        "{dependencies: [{pip: ['-c https://me:hunter2secret@exam<caret>ple.com/r.txt']}]}",
      })
  void aSecretIsNeverShown(String marked) {
    var text = shown(marked);
    assertTrue(text.contains("***"), text);
    assertFalse(text.contains("hunter2secret"), text);
  }

  @Test
  void theChannelsOfALinkedFileAreShownWithoutTheirTokens() {
    var pointed = Pointed.at("{name: x, image: a, conda_file: con<caret>da.yml}");
    pointed
        .given()
        .with(
            "conda.yml",
            "{channels: ['https://example.com/t/hunter2secret/c'], dependencies: [d]}");
    assertTrue(
        pointed.shown().markdown().contains("`https://example.com/t/***/c`"),
        pointed.shown().markdown());
  }

  @Test
  void everyDocumentHasItsOwnEnvironment() {
    assertTrue(
        shown("name: a\nimage: b\n---\nname: <caret>c\nimage: d\n")
            .startsWith("**Environment** `c`"));
  }

  @Test
  void thePartsSayWhereTheyAreWritten() {
    var pointed = Pointed.at("name: x<caret>\nimage: a\nconda_file: conda.yml\nos_type: windows\n");
    pointed.given().with("conda.yml", "dependencies: [numpy]\n");
    var text = pointed.shown().markdown();
    assertTrue(text.contains("| line 3, `conda.yml` |"), text);
    assertTrue(text.contains("| os | "), text);
    assertTrue(text.contains("Anonymous version of the Azure ML SDK: `"), text);
    assertFalse(pointed.hover(false).orElseThrow().markdown().contains("SDK"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name<caret>: x, image: a, conda_file: gone.yml} | No hash: the conda file isn't there.",
        "{name<caret>: x, image: '{{tag}}'} | No hash: the image holds a placeholder.",
        "{name<caret>: x, image: a, conda_file: [b]}"
            + " | No hash: 'conda\\_file' isn't a path or a conda definition.",
      },
      quoteCharacter = '"')
  void whatHasNoHashSaysWhy(String marked, String line) {
    assertTrue(shown(marked).lines().anyMatch(line::equals), shown(marked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: x, im<caret>age: a} | image | **image**",
        "{name: x, image: a, conda_file: conda<caret>.yml} | conda.yml | **conda_file**",
        "{name: x, version: <caret>3, image: a} | 3 | **version**",
        "{name: x, build: {pa<caret>th: .}} | path | **path**",
        "{name: x, build: {path: docker, dockerfile_path: <caret>D}} | D | **dockerfile_path**",
        "{name: x, image: a, inference_config: {scoring_route: {po<caret>rt: 1}}} | port | **port**",
        "{name: x, image: a, conda_file: {chan<caret>nels: [b]}} | channels | **channels**",
        "{name: x, image: a, conda_file: {dependencies: [{pi<caret>p: [b]}]}} | pip | **pip**",
        "{name: x, docker: {base<caret>Image: a}} | baseImage | **baseImage**",
        "{name: x, python: {userManagedDependencies: t<caret>rue}} | true"
            + " | **userManagedDependencies**",
        "{name: x, docker: {baseImage: a}, spark: {packages: [{gr<caret>oup: b}]}} | group"
            + " | **group**",
        "{type: command, environment: {name: x, os_ty<caret>pe: linux, image: a}} | os_type"
            + " | **os_type**",
        "{name: c, chan<caret>nels: [b], dependencies: [a]} | channels | **channels**",
        "{name: <caret>c, dependencies: [a]} | c | **name**",
        "{dependencies: [{p<caret>ip: [b]}]} | pip | **pip**",
      })
  void keysAndTheirValuesAreExplained(String marked, String subject, String start) {
    var pointed = Pointed.at(marked);
    assertEquals(subject, pointed.subject());
    assertTrue(pointed.shown().markdown().startsWith(start), pointed.shown().markdown());
  }

  @Test
  void aKeySaysWhatItMayHoldAndWhatCountsWithoutIt() {
    var text = shown("{name: x, image: a, os_<caret>type: linux}");
    assertTrue(text.contains("Allowed: `linux`"), text);
    assertTrue(text.contains("Default: `linux`"), text);
    assertTrue(shown("{name: x, build: {<caret>local_path: .}}").contains("Called `path` today."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{dependencies: [num<caret>py=1.26.4]} | numpy=1.26.4 | **`numpy`** · installed by conda",
        "{dependencies: [a, Sci_<caret>Kit]} | Sci_Kit | **`sci-kit`** · installed by conda",
        "{dependencies: [c::num<caret>py]} | c::numpy | From the channel `c`",
        "{dependencies: [{pip: [Num<caret>Py==1.26]}]} | NumPy==1.26"
            + " | **`numpy`** · installed by pip",
        "{dependencies: [{pip: [a; python_version < '3'<caret>]}]}"
            + " | a; python_version < '3' | Only where `python_version < '3'`",
        "{dependencies: [{pip: [-r <caret>req.txt]}]} | -r req.txt | **Requirements file** `req.txt`",
        "{dependencies: [{pip: [-c <caret>c.txt]}]} | -c c.txt | **Constraints file** `c.txt`",
        "{dependencies: [{pip: ['git+https://h.org/<caret>a']}]} | 'git+https://h.org/a'"
            + " | **Package** · installed by pip",
        "{name: x, image: a, conda_file: {dependencies: [num<caret>py]}} | numpy | Unpinned",
        "{python: {condaDependencies: {dependencies: [{pip: [num<caret>py]}]}}} | numpy"
            + " | Unpinned",
      })
  void packagesSayHowFirmlyTheyArePinned(String marked, String subject, String part) {
    var pointed = Pointed.at(marked);
    assertEquals(subject, pointed.subject());
    assertTrue(pointed.shown().markdown().contains(part), pointed.shown().markdown());
  }

  @ParameterizedTest
  @CsvSource({
    "numpy==1.26.4, Pinned",
    "numpy=1.26, Fuzzy",
    "numpy>=1.26, A range",
    "numpy, Unpinned",
  })
  void everyLevelOfPinningHasItsWords(String spec, String word) {
    assertTrue(shown("dependencies:\n- <caret>" + spec + "\n").contains("\n\n" + word));
  }

  @ParameterizedTest
  @CsvSource({
    "python, docker.io, library/python, Floating",
    "python:latest, docker.io, library/python, Floating",
    "python:3.10, docker.io, library/python, A tag",
    "mcr.microsoft.com/azureml/x:1, mcr.microsoft.com, azureml/x, A tag",
    "mcr.microsoft.com/azureml/base:1, mcr.microsoft.com, azureml/base, Deprecated by Microsoft",
  })
  void anImageIsTakenApart(String image, String host, String repository, String words) {
    for (var form : List.of("{name: x, image: %s}", "{name: x, docker: {baseImage: %s}}")) {
      var text = shown(form.formatted("<caret>" + image));
      assertTrue(text.contains("| registry | `" + host + "` |"), text);
      assertTrue(text.contains("| repository | `" + repository + "` |"), text);
      assertTrue(text.contains("\n\n" + words), text);
    }
  }

  @Test
  void aDigestIsPinned() {
    var text = shown("{name: x, image: 'a@sha256:" + "0".repeat(64) + "<caret>'}");
    assertTrue(text.contains("Pinned: a digest"), text);
  }

  @Test
  void anImageThatIsNoneOrNotKnownSaysSo() {
    assertTrue(shown("{name: x, image: '<caret>a b'}").contains("not a valid image name"));
    assertTrue(shown("{name: x, image: 'a:{{b<caret>}}'}").contains("filled in later: `a:{{b}}`"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "azureml:train:3 | **Environment** `train` in the workspace: version `3`",
        "azureml:train@latest | **Environment** `train` in the workspace:"
            + " whatever is labelled `latest`",
        "azureml:train | **Environment** `train` in the workspace: the newest version when it is"
            + " used",
        "azureml://registries/r/environments/e/versions/1"
            + " | **Environment** `e` in the registry `r`: version `1`",
        "file:./envs/env.yml | **Environment** in the file `env.yml`",
        "${{parent.inputs.env}} | **Environment** · filled in later: `${{parent.inputs.env}}`",
        "train | **Environment** `train` · not a form that Azure ML knows, such as"
            + " `azureml:NAME:VERSION`",
      })
  void aReferenceSaysWhereItLeads(String reference, String expected) {
    String schema = "https://azuremlschemas.azureedge.net/latest/commandJob.schema.json";
    var pointed = Pointed.at("$schema: %s\nenvironment: <caret>%s\n".formatted(schema, reference));
    assertEquals(expected, pointed.shown().markdown());
    assertEquals(reference, pointed.subject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The rest of a job.
        "{type: com<caret>mand, environment: {name: x, image: a}}",
        "{type: command, environment: {name: x, image: a}, inputs: {image: <caret>b}}",
        "{type: command, comp<caret>ute: c, environment: azureml:x:1}",
        // Keys and values that nobody knows, or that a person made up.
        "{name: x, image: a, tags: {<caret>team: a}}",
        "{name: x, image: a, environment_variables: {A: <caret>b}}",
        "{name: x, image: a, unkno<caret>wn: b}",
        "{name: x, image: a, unknown: {path: <caret>b}}",
        // What can't be judged.
        "{dependencies: ['nu<caret>mpy={{version}}']}",
        "{dependencies: ['num<caret>py=!=']}",
        "{dependencies: [{pip: ['<caret>==']}]}",
        "{dependencies: [{pip: [--<caret>pre]}]}",
        // Between documents, and what is no file of ours.
        "name: x\nimage: a\n\n<caret>\n---\nname: y\nimage: b\n",
        "{kind: Pod, na<caret>me: x, image: a}",
        "<caret>",
      })
  void ofAnythingElseNothingIsSaid(String marked) {
    assertNothing(marked);
  }

  @Test
  void whatCouldNotBeReadLeavesTheRestExplained() {
    String broken = "name: x\nimage: a\ntags: {a: [b\nos_type: linux\n";
    assertTrue(shown(broken.replace("image", "im<caret>age")).startsWith("**image**"));
    assertTrue(shown(broken.replace("name", "na<caret>me")).contains("No hash: the file isn't"));
  }

  @Test
  void namesOfUsersAreNoMarkdown() {
    var name = shown("name: \"<caret>a` **b** |\\n# c\"\nimage: d\n");
    assertTrue(name.startsWith("**Environment** ``a` **b** | # c`` · user-managed\n"), name);
    var pointed = Pointed.at("{name: x<caret>, image: a, conda_file: 'b|`c.yml'}");
    pointed.given().with("b|`c.yml", "dependencies: [d]");
    assertTrue(
        pointed.shown().markdown().contains(", ``b\\|`c.yml`` |"), pointed.shown().markdown());
    assertTrue(
        shown("{type: command, environment: 'azureml:<caret>a`b|c:1'}")
            .startsWith("**Environment** ``a`b|c`` in the workspace"));
  }

  @Test
  void aLongNameIsCut() {
    var text = shown("name: <caret>" + "x".repeat(198) + "🐍".repeat(200) + "\nimage: a\n");
    assertTrue(text.length() < 2_000, text);
    assertFalse(text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF), text);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void noKeyNeedsMoreThanAScreen(Format format) {
    var docs = keys(new KeyDocs(format), List.of()).toList();
    assertFalse(docs.isEmpty());
    for (var doc : docs) {
      var text = KeyHover.of(doc, TextRange.at(0)).markdown();
      assertTrue(text.lines().count() <= SCREEN, text);
      assertTrue(text.length() <= 1_500, text);
    }
  }

  private static Stream<KeyDoc> keys(KeyDocs docs, List<String> path) {
    if (path.size() > 4) {
      return Stream.empty();
    }
    return docs.keysAt(path).stream()
        .flatMap(
            doc -> {
              var below = new ArrayList<>(path);
              below.add(doc.name());
              var inItem = new ArrayList<>(below);
              inItem.add("0");
              return Stream.of(Stream.of(doc), keys(docs, below), keys(docs, inItem))
                  .flatMap(found -> found);
            });
  }
}
