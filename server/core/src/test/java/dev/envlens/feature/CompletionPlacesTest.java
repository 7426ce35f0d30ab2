package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.curated.Catalogue;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Yaml;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in a file something is offered, and that it fits in there. */
class CompletionPlacesTest {

  private static final String HEAD = "name: a\nimage: b:1\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inference_config:\\n    liveness_route: {}\\n  <caret> | scoring_route | 4",
        "conda_file:\\n    channels: [c]\\n  <caret>\\n | dependencies | 4",
        "conda_file:\\n  <caret>\\n | dependencies | 2",
        "build:\\n      path: .\\n   <caret> | dockerfile_path | 6",
      })
  void aKeyStandsAtTheColumnOfItsSiblings(String text, String key, int column) {
    var typing = Typing.environment(HEAD + text.replace("\\n", "\n"));
    String chosen = typing.chosen(typing.item(key));
    assertTrue(chosen.contains("\n" + " ".repeat(column) + key + ":"), chosen);
    assertEquals(List.of(), Yaml.parse(chosen).problems(), chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dependencies:\\n- numpy=1\\n<caret> | - numpy=1\\n- pip",
        "dependencies:\\n- numpy=1\\n<caret>\\n- x | - numpy=1\\n- pip",
        "dependencies:\\n    - numpy=1\\n  <caret> | - numpy=1\\n    - pip",
      })
  void anItemStandsAtTheColumnOfItsSiblings(String text, String expected) {
    String head = "channels: [c]\n";
    var typing = Typing.conda(head + text.replace("\\n", "\n"));
    String chosen = typing.chosen(typing.item("pip"));
    assertTrue(chosen.contains(expected.replace("\\n", "\n")), chosen);
    assertEquals(List.of(), Yaml.parse(chosen).problems(), chosen);
  }

  @Test
  void belowAListThatIsNotIndentedKeysAreOfferedToo() {
    Typing.conda("channels:\n- conda-forge\n<caret>")
        .offersAmongOthers("pytorch", "dependencies")
        .choosing(
            "dependencies",
            """
            channels:
            - conda-forge
            dependencies:
              - python=3.12
              - pip=25.1.1""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a\nimage: b:1\ninference_config:\n<caret>\n  scoring_route: {}\n",
        "name: a\nimage: b:1\n  <caret>\n",
        "name: a\nimage: b:1\nconda_file: {}\n  <caret>\n",
        "name: a\nimage: b:1\nbuild:\n  - x\n  <caret>\n",
        "channels: [c]\ndependencies:\n  - numpy=1\n    <caret>\n",
        "name: a\nimage: b:1\nconda_file:\n\t<caret>\n",
      })
  void nothingWhereItWouldBreakTheFile(String text) {
    Typing.environment(text).offersNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a\nimage: b:1\n---\n<caret>",
        "name: a\nimage: b:1\n---\n# next\n<caret>\n---\nname: c\nimage: d:1\n",
        "name: a\nimage: b:1\n---\nen<caret>\n",
        "services: {}\n---\n<caret>\n",
      })
  void aNewDocumentIsBegunLikeAFile(String text) {
    Typing.environment(text)
        .offersAmongOthers("Azure ML environment: image", "Conda file")
        .doesNotOffer("conda_file", "version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM <caret> | base,final",
        "FROM ba<caret>\\nRUN x | base,final",
        "FROM x\\nCOPY --from=<caret> a b | base,final",
        "FROM x AS y\\nCOPY --chown=u --from=fi<caret> a b | base,final",
      })
  void earlierStages(String end, String expected) {
    String marked = "FROM a:1 AS base\nFROM base AS final\nRUN y\n" + end.replace("\\n", "\n");
    String text = marked.replace("<caret>", "");
    var source = new DockerfileSource(MemoryFiles.uri("Dockerfile"), text, Dockerfile.parse(text));
    var items = Completions.at(source, marked.indexOf("<caret>"), Catalogue::none).items();
    assertEquals(
        List.of(expected.split(",")),
        items.stream()
            .filter(item -> item.shown().kind() == Completion.Kind.REFERENCE)
            .map(Completion::label)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"environmentVariables\": {\"A\": \"1\"},",
        "\"spark\": {\"packages\": [{\"group\": \"g\", \"artifact\": \"a\", \"version\": \"1\"}]},",
        "\"inferencingStackVersion\": \"latest\",",
      })
  void aV1DefinitionIsNotImportedAtALoss(String more) {
    Typing.environment("<caret>")
        .with(
            "azureml_environment.json",
            "{%s \"name\": \"old\", \"docker\": {\"baseImage\": \"a.io/b:1\"}}".formatted(more))
        .doesNotOffer("Azure ML environment: import of azureml_environment.json");
  }

  @Test
  void filesThatAreKnownToBeSomethingElseAreLeftOut() {
    Typing.environment("name: a\nimage: b:1\nconda_file: <caret>\n")
        .with("conda.yml", "channels: [c]\ndependencies: [python=3.12]\n")
        .with("job.yml", "command: x\nenvironment: azureml:a:1\n")
        .with("other.yml", "name: b\nimage: b:1\n")
        .with("some.yml", "")
        .offers("conda.yml", "some.yml");
    Typing.in("job.yml", "command: x\nenvironment: file:<caret>\n")
        .with("conda.yml", "channels: [c]\ndependencies: [python=3.12]\n")
        .with("env.yml", "name: b\nimage: b:1\n")
        .offersAmongOthers("env.yml")
        .doesNotOffer("conda.yml");
  }

  // Whatever is chosen anywhere

  private static final List<String> POOL =
      List.of(
          """
          # Train
          name: train
          image: b.io/c:1

          conda_file:
              channels:
              - conda-forge

              dependencies:
                - python=3.12

                - pip:
                    - numpy==1.26.4

          tags: {a: b, c: "d"}
          inference_config:

            scoring_route: {port: 5001, path: /score}
          ---
          name: other
          build:
            path: docker

          """,
          """
          channels:
          - conda-forge

          dependencies:
          - python=3.12
          - pip:
            - numpy==1.26.4

            - -r requirements.txt

          variables:
            A: b

          """,
          """
          $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
          command: >
            python train.py

            --now
          environment:
            image: b.io/c:1

            conda_file: conda.yml
          inputs:
            a: 1
          """,
          """
          {"name": "a", "python": {"condaDependencies": {"channels": ["c"],
            "dependencies": ["python=3.12", {"pip": ["numpy"]}]}}, "docker": {"baseImage": "a"}}
          """);

  /** A text of the pool with a caret, sometimes in a new line with white space of its own. */
  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of(POOL)
        .flatMap(
            text ->
                Arbitraries.integers()
                    .between(0, text.length())
                    .flatMap(
                        at ->
                            Arbitraries.of(
                                    "<caret>", "\n<caret>\n", "\n  <caret>\n", "\n     <caret>\n")
                                .map(
                                    typed -> {
                                      int end = text.indexOf('\n', at);
                                      int place = typed.length() > 7 && end >= 0 ? end : at;
                                      return text.substring(0, place)
                                          + typed
                                          + text.substring(place);
                                    })));
  }

  @Property(tries = 600)
  void whatIsChosenBringsNoSyntaxError(@ForAll("places") String marked) {
    var typing = Typing.environment(marked);
    int before = Yaml.parse(marked.replace("<caret>", "")).problems().size();
    for (var item : typing.answer().items()) {
      String chosen = typing.chosen(item);
      assertTrue(
          Yaml.parse(chosen).problems().size() <= before,
          () -> "chose " + item.label() + " in\n" + marked + "\nwhich made\n" + chosen);
    }
  }
}
