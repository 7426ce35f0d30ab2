package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedIgnoreTest {

  private static final String CODE = "unused-ignore";
  private static final String IMAGE = "image: python:3.12.4";

  private static Check environment(String lines) {
    return Check.environment("name: train\n" + lines + "\n");
  }

  private static final String REMOVE = "Remove the comment";

  @Test
  void aCommentThatSilencesNothingIsRemoved() {
    environment("version: 1 «# envlens: ignore»\n" + IMAGE)
        .finds(CODE)
        .as(Severity.HINT)
        .saying("Nothing is wrong on that line, so this comment silences nothing. Remove it.")
        .fixedBy(REMOVE, "name: train\nversion: 1\n" + IMAGE + "\n");
  }

  @Test
  void itsLineGoesWhenItIsAlone() {
    environment("  # envlens: ignore «floating-image»\nversion: 1\n" + IMAGE)
        .finds(CODE)
        .saying(
            "Nothing on that line is reported as 'floating-image', so this silences nothing."
                + " Remove it.")
        .fixedBy(REMOVE, "name: train\nversion: 1\n" + IMAGE + "\n");
  }

  @Test
  void atTheEndOfAFileTheLineAboveStays() {
    Check.environment("name: train\n" + IMAGE + "\n«# envlens: ignore»")
        .finds(CODE)
        .fixedBy(REMOVE, "name: train\n" + IMAGE + "\n");
  }

  @Test
  void aCommentForTheWholeFile() {
    Check.environment("\uFEFF# envlens: ignore-file «floating-image»\nname: train\n" + IMAGE + "\n")
        .finds(CODE)
        .mentioning("Nothing in this file is reported as 'floating-image'")
        .fixedBy(REMOVE, "\uFEFFname: train\n" + IMAGE + "\n");
    Check.environment(
            "«# envlens: ignore-file»\nname: train\nimage: python@sha256:" + "0".repeat(64))
        .finds(CODE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ignore «invalid-image», floating-image | ignore floating-image",
        "ignore floating-image, «invalid-image» | ignore floating-image",
        "ignore floating-image «invalid-image» for now | ignore floating-image for now"
      })
  void oneCodeOfSeveralIsTakenOut(String comment, String fixed) {
    Check.environment("{name: train, image: python}  # envlens: %s\n".formatted(comment))
        .finds(CODE)
        .fixedBy(
            "Remove 'invalid-image'",
            "{name: train, image: python}  # envlens: %s\n".formatted(fixed));
  }

  @Test
  void aMisspeltCodeIsPutRight() {
    environment("image: python # envlens: ignore «floating-imag»")
        .finds(CODE)
        .saying(
            "There is no rule 'floating-imag', so this silences nothing: did you mean"
                + " 'floating-image'?")
        .offering("Write 'floating-image'", REMOVE)
        .fixedBy(
            "Write 'floating-image'",
            "name: train\nimage: python # envlens: ignore floating-image\n");
  }

  @Test
  void aCodeThatIsNoneIsRemoved() {
    environment("image: python # envlens: ignore «everything», floating-image")
        .finds(CODE)
        .saying("There is no rule 'everything', so this silences nothing. Remove it.")
        .fixedBy(
            "Remove 'everything'", "name: train\nimage: python # envlens: ignore floating-image\n");
  }

  @Test
  void belowContentACommentForTheFileIsInTheWrongPlace() {
    environment("image: python # envlens: ignore-file «floating-image»")
        .finds(CODE)
        .mentioning("works only at the top of a file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: python # envlens: ignore",
        "image: python # envlens: ignore floating-image",
        "image: python # envlens: ignore floating-image because we test with it",
        "# envlens: ignore floating-image\n# for now\n\nimage: python",
        "image: python@sha256:0 # envlens: ignore invalid-image",
        "image: '{{image}}' # envlens: ignore floating-image",
        "image: '{{image}}' # envlens: ignore",
        "image: python # envlens: ignored",
        "image: python # a comment",
        "image: 'python # envlens: ignore floating-image'"
      })
  void whatSilencesOrMightIsFine(String lines) {
    environment(lines).ignores(CODE);
  }

  @Test
  void whatGivesWayToAnotherRuleIsNotFound() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip # envlens: ignore unpinned-pip, «unpinned-package»
            """)
        .finds(CODE);
  }

  @Test
  void ofWhatIsSwitchedOffNothingIsKnown() {
    var off = new Severities(Map.of("floating-image", Optional.empty()));
    environment(IMAGE + " # envlens: ignore floating-image").configured(off).ignores(CODE);
    environment(IMAGE + "\nversion: 1 # envlens: ignore").configured(off).ignores(CODE);
    environment(IMAGE + " # envlens: ignore «invalid-image»").configured(off).finds(CODE);
    var itself = new Severities(Map.of(CODE, Optional.empty()));
    environment(IMAGE + " # envlens: ignore invalid-image").configured(itself).ignores(CODE);
  }

  @Test
  void itCanBeSilencedItself() {
    environment(IMAGE + " # envlens: ignore invalid-image, unused-ignore").ignores(CODE);
    Check.environment(
            "# envlens: ignore-file unused-ignore\nname: a\n%s # envlens: ignore invalid-image\n"
                .formatted(IMAGE))
        .ignores(CODE);
    Check.environment(
            "# envlens: ignore-file\nname: a\nimage: python # envlens: ignore floating-image\n")
        .findsNothing();
  }

  @Test
  void aFileThatCannotBeReadInFullIsNotJudged() {
    environment("tags: {a\nimage: python:3.12.4 # envlens: ignore floating-image").ignores(CODE);
  }

  @Test
  void whileAFileIsBeingReadNothingIsSaid() {
    String text = "name: a\n%s\nconda_file: conda.yml # envlens: ignore %s\n";
    assertEquals(
        List.of(), codes(text.formatted(IMAGE, "conda-file-not-found"), new FileState.Pending()));
    assertEquals(
        List.of(),
        codes(text.formatted(IMAGE, "conda-file-not-found"), new FileState.Missing(List.of())));
    assertTrue(
        codes(
                text.formatted(IMAGE, "conda-file-not-found"),
                new FileState.Text("channels: [a]\ndependencies: [python=3.12]\n"))
            .contains(CODE));
  }

  private static List<String> codes(String text, FileState conda) {
    var files = new MemoryFiles().with("conda.yml", conda);
    var source = new Source(MemoryFiles.uri("environment.yml"), Yaml.parse(text));
    var facts = Check.environment("").facts();
    return Checks.of(Contents.of(source, files), Severities.defaults(), facts).stream()
        .map(Finding::code)
        .filter(code -> !code.equals("tag-not-digest"))
        .toList();
  }

  @Test
  void ofACondaFileOnlyWhatItAloneDecidesIsJudged() {
    String conda =
        """
        channels: [conda-forge]
        dependencies:
          - python=3.12 # envlens: ignore «unpinned-package»
          - pip=25.1.1 # envlens: ignore
          - pip:
              - -r requirements.txt # envlens: ignore local-path-in-conda, requirements-not-found
        """;
    Check.conda(conda).finds(CODE);
    environment(IMAGE + "\nconda_file: conda.yml").with("conda.yml", conda).finds(CODE);
  }

  @Test
  void inADockerfile() {
    Check.file(
            "Dockerfile",
            "# envlens: ignore «unpinned-package»\n# envlens: ignore\nFROM python:3.12.4\n")
        .finds(CODE)
        .fixedBy(REMOVE, "Dockerfile", "# envlens: ignore\nFROM python:3.12.4\n");
    environment("build: {path: .}")
        .with("Dockerfile", "# envlens: ignore floating-base-image\nFROM python\n")
        .ignores(CODE);
  }
}
