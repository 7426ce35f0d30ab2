package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedFiles;
import dev.envlens.feature.KnownFiles.Known;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curated environments, where one is named. */
class CuratedFeaturesTest {

  private static final Catalogue CATALOGUE =
      Catalogue.parse(
              """
              {"environments": [
                {"name": "fruit", "image": "mcr.microsoft.com/azureml/curated/fruit",
                 "source": "https://example.com/fruit",
                 "versions": [{"version": "9"}, {"version": "10"},
                   {"sources": {"hash": "", "base": "mcr.microsoft.com/base:{{any}}", "steps": "*",
                     "packages": [{"path": "conda.yaml", "channels": [], "conda": ["python=3.12"],
                       "pip": ["azureml-core=={{any}}"]}]}}]},
                {"name": "old-fruit", "image": "mcr.microsoft.com/azureml/curated/old-fruit",
                 "source": "folder", "deprecated": {"successor": "fruit"}, "versions": []}]}
              """)
          .orElseThrow();

  private static final Workspace WORKSPACE = Workspace.unknown().knowing(() -> CATALOGUE);

  private static String hover(String path, String marked) {
    var pointed = Pointed.in(path, marked);
    return Hovers.at(
            pointed.page(), pointed.offset(), pointed.files(), WORKSPACE, new Hover.Options(false))
        .orElseThrow()
        .markdown();
  }

  private static Pointed job(String reference) {
    return Pointed.in("job.yml", "{type: command, environment: '<caret>%s'}".formatted(reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azureml://registries/azureml/environments/fruit/versions/9",
        "azureml://registries/azureml/environments/fruit/labels/latest",
        "azureml:AzureML-fruit:9",
      })
  void aReferenceSaysWhatIsKnown(String reference) {
    String hover =
        hover("job.yml", "{type: command, environment: '<caret>%s'}".formatted(reference));
    assertTrue(hover.contains("Curated environment `fruit`"), hover);
    assertTrue(
        hover.contains("is `10`, image `mcr.microsoft.com/azureml/curated/fruit:10`"), hover);
    assertTrue(hover.contains("build on `mcr.microsoft.com/base:…` and install"), hover);
    assertTrue(hover.contains("`python=3.12`, `azureml-core==…`"), hover);
    assertFalse(hover.contains("Deprecated"), hover);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "job.yml | {type: command, environment: '<caret>azureml:AzureML-old-fruit@latest'}",
        "environment.yml | {name: x, image: <caret>mcr.microsoft.com/azureml/curated/old-fruit:3}",
        "Dockerfile | FROM <caret>mcr.microsoft.com/azureml/curated/old-fruit:3",
      })
  void whatIsDeprecatedNamesItsSuccessor(String path, String marked) {
    String hover = hover(path, marked);
    assertTrue(
        hover.contains("**Deprecated**: Azure ML no longer updates it. Use `fruit`."), hover);
  }

  @Test
  void anotherNameSaysNothing() {
    assertFalse(
        hover("job.yml", "{type: command, environment: '<caret>azureml:fruit:9'}")
            .contains("Curated"));
  }

  @Test
  void referencesAreOfferedWithTheNewestVersionAndWhatIsDeprecatedLast() {
    assertEquals(
        List.of(
            "azureml://registries/azureml/environments/fruit/versions/10 curated",
            "azureml://registries/azureml/environments/old-fruit/labels/latest curated,"
                + " deprecated: use fruit"),
        CuratedReferences.of(CATALOGUE, "rui").map(CuratedFeaturesTest::words).toList());
  }

  @Test
  void eachVersionIsOfferedOfANameInFull() {
    assertEquals(
        List.of("versions/10", "versions/9", "labels/latest"),
        CuratedReferences.of(CATALOGUE, "AzureML-fruit")
            .map(Known::reference)
            .filter(reference -> reference.contains("/fruit/"))
            .map(reference -> reference.substring(reference.indexOf("/fruit/") + 7))
            .toList());
  }

  private static String words(Known known) {
    return known.reference() + " " + known.about();
  }

  @Test
  void imagesAreOfferedUnlessDeprecated() {
    assertEquals(
        List.of("mcr.microsoft.com/azureml/curated/fruit:10"),
        CuratedImages.of(CATALOGUE).map(Completion.Shown::label).toList());
  }

  @Test
  void aReferenceLinksToItsSourcesOnTheWeb() {
    var found = CuratedLinks.of(job("azureml:AzureML-fruit:9").page(), CATALOGUE);
    assertEquals(
        List.of("https://example.com/fruit"),
        found.stream().map(link -> link.target().toString()).toList());
    assertEquals(List.of(), CuratedLinks.of(job("azureml:AzureML-old-fruit:9").page(), CATALOGUE));
  }

  @Test
  void theLensSaysWhoMaintainsIt() {
    assertEquals(
        List.of("«'azureml:AzureML-fruit:9'» curated"),
        job("azureml:AzureML-fruit:9").lenses(WORKSPACE, Set.of()));
    assertEquals(
        List.of("«'azureml:AzureML-old-fruit:9'» curated · deprecated"),
        job("azureml:AzureML-old-fruit:9").lenses(WORKSPACE, Set.of()));
  }

  @Test
  void aDefinitionThatStillIsItsOriginIsCurated() {
    var files = CuratedFiles.of(CATALOGUE.find("fruit").orElseThrow(), "10", "mine").files();
    String dockerfile = files.get("context/Dockerfile");
    assertEquals(" · curated", lens(files.get("environment.yml"), dockerfile));
    assertEquals(" · user-managed", lens(files.get("environment.yml"), dockerfile + "RUN echo\n"));
  }

  private static String lens(String environment, String dockerfile) {
    String lens =
        Pointed.in("environment.yml", "<caret>" + environment)
            .with("context/Dockerfile", dockerfile)
            .lenses(WORKSPACE, Set.of())
            .get(0);
    return lens.substring(lens.lastIndexOf(" · "));
  }
}
