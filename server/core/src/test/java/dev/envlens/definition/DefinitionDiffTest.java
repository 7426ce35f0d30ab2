package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.link.ContextEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionDiffTest {

  private static final String CONDA =
      """
      image: python:3.10
      conda_file:
        channels: [conda-forge, nvidia]
        dependencies:
          - python=3.10
          - numpy=1.24
          - pip=24.0
          - pip:
              - pandas==2.0
              - scipy==1.11
      """;

  private static HashInput input(String text) {
    var given = Given.file(text);
    return Hashing.input(given.definition(), given.files()).orElseThrow();
  }

  /** The differences with the text at the place of each in the newer definition. */
  private static List<String> places(String older, String newer) {
    var definition = Given.file(newer).definition();
    var places = new DifferencePlaces(definition);
    return DefinitionDiff.between(input(older), input(newer)).differences().stream()
        .map(it -> it.sentence() + " @ " + places.of(it).range().of(newer))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numpy=1.24      | numpy=1.26          | numpy: 1.24 → 1.26 @ numpy=1.26",
        "numpy=1.24      | numpy               | numpy: =1.24 → no version @ numpy",
        "numpy=1.24      | NumPy==1.24         | NumPy: =1.24 → ==1.24 @ NumPy==1.24",
        "numpy=1.24      | conda-forge::numpy=1.24"
            + " | numpy: numpy=1.24 → conda-forge::numpy=1.24 @ conda-forge::numpy=1.24",
        "pandas==2.0     | pandas==2.1         | pandas: 2.0 → 2.1 @ pandas==2.1",
        "pandas==2.0     | 'pandas>=2,<3'      | pandas: ==2.0 → >=2,<3 @ 'pandas>=2,<3'",
        "python:3.10     | python:3.11         | image: python:3.10 → python:3.11 @ python:3.11",
        "nvidia          | pytorch             | channel nvidia: removed @ channels",
        "- numpy=1.24    | - scipy=1           | numpy=1.24: removed @ dependencies",
      })
  void saysWhatDiffersAndWhere(String before, String after, String first) {
    assertEquals(first, places(CONDA, CONDA.replace(before, after)).get(0));
  }

  @Test
  void theSamePackagesInAnotherOrderAreThat() {
    var newer =
        CONDA
            .replace("[conda-forge, nvidia]", "[nvidia, conda-forge]")
            .replace("- python=3.10\n    - numpy=1.24", "- numpy=1.24\n    - python=3.10");
    assertEquals(
        List.of("channels: another order @ channels", "dependencies: another order @ dependencies"),
        places(CONDA, newer));
    assertTrue(DefinitionDiff.between(input(CONDA), input(newer)).isOrderOnly());
  }

  @Test
  void pipsListMayMoveAsAWhole() {
    var moved = CONDA.replace("    - numpy=1.24\n", "") + "    - numpy=1.24\n";
    var diff = DefinitionDiff.between(input(CONDA), input(moved));
    assertEquals(List.of("dependencies: another order"), diff.sentences());
    assertTrue(diff.isOrderOnly());
  }

  @Test
  void aChangeBesideTheOrderIsMoreThanOrder() {
    var newer =
        CONDA
            .replace("[conda-forge, nvidia]", "[nvidia, conda-forge]")
            .replace("pandas==2.0", "pandas==2.1");
    var diff = DefinitionDiff.between(input(CONDA), input(newer));
    assertEquals(List.of("channels: another order", "pandas: 2.0 → 2.1"), diff.sentences());
    assertFalse(diff.isOrderOnly());
  }

  @Test
  void anImageAndABuildContextHaveNothingInCommon() {
    var context = new HashInput.LocalContext("FROM x\n", List.of());
    assertEquals(
        List.of("image python:3.10: removed", "Dockerfile: added"),
        DefinitionDiff.between(input("name: a\nimage: python:3.10\n"), docker(context))
            .sentences());
  }

  @Test
  void filesOfAContextAreNamedWhereTheyAreKnown() {
    var older =
        docker(new HashInput.LocalContext("FROM x\r\nRUN a", List.of(file("a", 1), file("b", 1))));
    var newer =
        docker(new HashInput.LocalContext("FROM x\nRUN b", List.of(file("b", 2), file("c", 1))));
    assertEquals(
        List.of(
            "Dockerfile: changed from line 2 on",
            "context file a: removed",
            "context file b: changed",
            "context file c: added"),
        DefinitionDiff.between(older, newer).sentences());
    var stored = CanonicalForm.read(DefinitionHash.of(older).canonicalJson()).orElseThrow();
    assertEquals(
        List.of("Dockerfile: changed from line 2 on", "build context: changed"),
        DefinitionDiff.between(stored, newer).sentences());
  }

  private static HashInput docker(HashInput.Docker docker) {
    return new HashInput(
        Optional.empty(), Optional.of(docker), Optional.empty(), Optional.empty(), "linux");
  }

  private static ContextEntry file(String path, long size) {
    return new ContextEntry.File(path, false, size, HexDigest.SHA_256.of(path));
  }

  @Test
  void aPlaceholderOfATemplateStandsForAnything() {
    var template =
        new HashInput(
            Optional.of("mcr.microsoft.com/azureml/base:{{latest-image-tag}}"),
            Optional.of(new HashInput.Steps("FROM x:{{tag}}\nRUN a\n")),
            Optional.of(
                new HashInput.Conda(
                    List.of("conda-forge"),
                    List.of(
                        new HashInput.Spec("python=3.10"),
                        new HashInput.Pip(List.of("numpy=={{latest}}", "{{extra}}", "scipy==1"))),
                    Map.of())),
            Optional.empty(),
            "linux");
    var newer =
        new HashInput(
            Optional.of("mcr.microsoft.com/azureml/base:2024"),
            Optional.of(new HashInput.Steps("FROM x:1\nRUN b\n")),
            Optional.of(
                new HashInput.Conda(
                    List.of("conda-forge"),
                    List.of(
                        new HashInput.Spec("python=3.11"),
                        new HashInput.Pip(List.of("numpy==1.26", "tqdm==4", "scipy==2", "more"))),
                    Map.of())),
            Optional.empty(),
            "linux");
    assertEquals(
        List.of(
            "Dockerfile: changed from line 2 on",
            "python: 3.10 → 3.11",
            "scipy: 1 → 2",
            "more: added"),
        DefinitionDiff.fromTemplate(template, newer).sentences());
  }

  @Property
  void whatWasHashedIsReadBack(@ForAll("inputs") HashInput input) {
    var hash = DefinitionHash.of(input);
    var read = CanonicalForm.read(hash.canonicalJson()).orElseThrow();
    assertEquals(hash, DefinitionHash.of(read));
  }

  @Property
  void thereIsADifferenceExactlyWhereTheHashesDiffer(
      @ForAll("inputs") HashInput older, @ForAll("inputs") HashInput newer) {
    var diff = DefinitionDiff.between(older, newer);
    assertEquals(hash(older).equals(hash(newer)), diff.isEmpty(), diff.sentences().toString());
    assertTrue(DefinitionDiff.between(older, older).isEmpty());
  }

  @Property
  void onlyTheOrderIsSeenWhereOnlyTheOrderDiffers(@ForAll("inputs") HashInput input) {
    var diff = DefinitionDiff.between(input, input.sorted());
    assertEquals(!hash(input).equals(hash(input.sorted())), diff.isOrderOnly());
  }

  @Test
  void whatIsNoCanonicalFormIsNoDefinition() {
    assertEquals(Optional.empty(), CanonicalForm.read("[1"));
    assertEquals(Optional.empty(), CanonicalForm.read("{\"image\":"));
    assertEquals(Optional.empty(), CanonicalForm.read(""));
  }

  private static String hash(HashInput input) {
    return DefinitionHash.of(input).hex();
  }

  @Provide
  Arbitrary<HashInput> inputs() {
    return new HashInputs(HashInputs.BITS).all();
  }
}
