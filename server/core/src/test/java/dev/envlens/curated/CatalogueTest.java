package dev.envlens.curated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.ReferenceTarget;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.link.MemoryFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueTest {

  private static final Catalogue CATALOGUE = Curated.catalogue();

  @Test
  void itIsReadAsItWasWritten() {
    assertEquals(Optional.of(CATALOGUE), Catalogue.parse(CatalogueJson.file(CATALOGUE)));
  }

  @Test
  void anotherFileIsNone() {
    assertEquals(Optional.empty(), Catalogue.parse("{\"a\": [1"));
    assertEquals(Optional.empty(), Catalogue.parse("a: 1"));
  }

  @ParameterizedTest
  @CsvSource({
    "azureml://registries/azureml/environments/fruit/versions/9, fruit",
    "azureml://registries/azureml/environments/fruit/labels/latest, fruit",
    "azureml://registries/azureml/environments/AzureML-fruit/versions/9, fruit",
    "azureml://registries/ours/environments/fruit/versions/9,",
    "azureml:AzureML-fruit@latest, fruit",
    "azureml:azureml-fruit:9, fruit",
    "azureml:fruit:9,",
  })
  void aReferenceMeansACuratedEnvironmentByRegistryOrByName(String reference, String name) {
    var target = (ReferenceTarget.Named) ReferenceTarget.of(MemoryFiles.ROOT, reference);
    assertEquals(Optional.ofNullable(name), CATALOGUE.find(target).map(CuratedEnvironment::name));
  }

  @Test
  void anImageIsFoundWhateverItsTag() {
    var image = (ParsedImage.Ok) ImageReference.parse("mcr.microsoft.com/azureml/curated/fruit:3");
    assertEquals(
        Optional.of("fruit"), CATALOGUE.find(image.reference()).map(CuratedEnvironment::name));
  }

  @Test
  void versionsAreOrderedAsNumbers() {
    assertEquals(List.of("12", "9"), Curated.fruit().numbers());
  }

  @Test
  void theOneThatIsShippedNamesItsSources() {
    var shipped = Catalogue.shipped();
    assertTrue(shipped.environments().size() >= 10, "a few of the usual ones");
    for (var environment : shipped.environments()) {
      assertTrue(environment.source().startsWith("https://"), environment.name());
      assertFalse(environment.versions().isEmpty() && environment.deprecation().isEmpty());
    }
    assertEquals(Optional.of(shipped), Catalogue.parse(CatalogueJson.file(shipped)));
  }
}
