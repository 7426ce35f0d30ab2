package dev.envlens.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

  @ParameterizedTest
  @CsvSource({
    "mcr.microsoft.com/azureml/base:openmpi3.1.2-ubuntu18.04, ubuntu22.04",
    "azureml/base, ubuntu22.04",
    "azureml/base-gpu:latest, cuda",
    "azureml/base-lite, ubuntu22.04",
    "mcr.microsoft.com/azureml/intelmpi2018.3-cuda10.0-cudnn7-ubuntu16.04, cuda",
    "mcr.microsoft.com/azureml/intelmpi2018.3-cuda9.0-cudnn7-ubuntu16.04, cuda",
    "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04, ubuntu22.04",
    "mcr.microsoft.com/azureml/o16n-base/python-slim, ubuntu22.04",
    "mcr.microsoft.com/azureml/openmpi3.1.2-cuda10.0-cudnn7-ubuntu16.04, cuda",
    "mcr.microsoft.com/azureml/openmpi3.1.2-ubuntu16.04, ubuntu22.04",
    "mcr.microsoft.com/azureml/openmpi3.1.2-cuda10.0-cudnn7-ubuntu18.04, cuda",
    "mcr.microsoft.com/azureml/openmpi3.1.2-cuda10.1-cudnn7-ubuntu18.04, cuda",
    "mcr.microsoft.com/azureml/openmpi3.1.2-cuda10.2-cudnn7-ubuntu18.04, cuda",
    "mcr.microsoft.com/azureml/openmpi3.1.2-cuda10.2-cudnn8-ubuntu18.04, cuda",
  })
  void aDeprecatedImageHasASuccessorOfItsKind(String image, String kind) {
    var successor = DeprecatedImages.shipped().find(reference(image)).orElseThrow();
    assertTrue(successor.image().contains(kind), successor.image());
    assertTrue(successor.source().startsWith("https://"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mine.azurecr.io/azureml/base",
        "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04",
        "base",
        "python:3.12"
      })
  void otherImagesHaveNone(String image) {
    assertTrue(DeprecatedImages.shipped().find(reference(image)).isEmpty());
  }

  @Test
  void aSuccessorIsAMaintainedImageAndBringsNoFaultOfItsOwn() {
    var maintained =
        BaseImages.shipped().all().stream().map(BaseImage::image).collect(Collectors.toSet());
    for (String old : new String[] {"azureml/base", "azureml/base-gpu"}) {
      var successor =
          reference(DeprecatedImages.shipped().find(reference(old)).orElseThrow().image());
      assertTrue(maintained.contains(successor.text()), successor.text());
      assertFalse(successor.isFloating());
      assertTrue(DeprecatedImages.shipped().find(successor).isEmpty());
    }
  }

  @Test
  void theUsualBaseImageRunsWithoutGpu() {
    var usual = BaseImages.shipped().usual();
    assertEquals("azureml/openmpi4.1.0-ubuntu22.04", usual.repository());
    assertEquals(
        "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:" + usual.tag(), usual.image());
    assertTrue(BaseImages.shipped().all().contains(usual));
  }

  @Test
  void newerBaseImagesComeFirst() {
    var tags = BaseImages.shipped().all().stream().map(BaseImage::tag).toList();
    assertEquals(tags.stream().sorted((a, b) -> b.compareTo(a)).toList(), tags);
  }

  private static ImageReference reference(String text) {
    return assertInstanceOf(ParsedImage.Ok.class, ImageReference.parse(text), text).reference();
  }
}
