package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.link.MemoryFiles;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Yaml;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WholePinsTest {

  private static final BuiltImage IMAGE =
      new BuiltImage(
          Instant.EPOCH,
          Optional.empty(),
          List.of(
              conda("python", "3.11.9", "conda-forge"),
              conda("pip", "24.0", "conda-forge"),
              conda("numpy", "1.26.4", "conda-forge"),
              conda("libblas", "3.9.0", "conda-forge"),
              conda("cuda", "12.1.0", "nvidia"),
              new InstalledPackage(Origin.PIP, "azure-core", "1.30.1", Optional.empty()),
              new InstalledPackage(Origin.PIP, "six", "1.16.0", Optional.empty()),
              new InstalledPackage(Origin.DPKG, "curl", "7.88", Optional.empty())));

  private static InstalledPackage conda(String name, String version, String channel) {
    return new InstalledPackage(Origin.CONDA, name, version, Optional.of(channel));
  }

  private static CondaSection section(String text) {
    var source = new Source(MemoryFiles.uri("conda.yml"), Yaml.parse(text));
    return Contents.of(source, new MemoryFiles()).condaFiles().get(0);
  }

  private static void becomes(String before, String after) {
    var edits = WholePins.edits(section(before), IMAGE);
    String text = TextEdit.apply(before, edits);
    assertEquals(after, text);
    assertEquals(List.of(), WholePins.drift(section(text), IMAGE));
    assertEquals(List.of(), WholePins.edits(section(text), IMAGE));
  }

  @Test
  void everyPackageOfTheImageIsListed() {
    becomes(
        """
        channels: [conda-forge]
        dependencies:
          # the language
          - numpy>=1.2  # fast
          - pip:
              - azure_core[aio]   # client
        """,
        """
        channels: [conda-forge]
        dependencies:
          # the language
          - python=3.11.9
          - numpy=1.26.4  # fast
          - nvidia::cuda=12.1.0
          - libblas=3.9.0
          - pip=24.0
          - pip:
              - azure_core[aio]==1.30.1   # client
              - six==1.16.0
        """);
  }

  @Test
  void aPipListIsMadeWhereThereIsNone() {
    becomes(
        "channels: [conda-forge, nvidia]\ndependencies:\n  - python=3.11\n  - pip\n",
        """
        channels: [conda-forge, nvidia]
        dependencies:
          - python=3.11.9
          - pip=24.0
          - cuda=12.1.0
          - libblas=3.9.0
          - numpy=1.26.4
          - pip:
            - azure-core==1.30.1
            - six==1.16.0
        """);
    becomes(
        "channels: [conda-forge]\ndependencies: [python=3.11.9, pip=24.0]\n",
        "channels: [conda-forge]\ndependencies: [python=3.11.9, pip=24.0, 'nvidia::cuda=12.1.0', libblas=3.9.0, numpy=1.26.4, {pip: [azure-core==1.30.1, six==1.16.0]}]\n"
            .replace("'", ""));
  }

  @Test
  void driftNamesWhatDiffers() {
    assertEquals(
        List.of(
            new WholePins.Difference(
                Origin.CONDA, "numpy", Optional.of("=1.26"), Optional.of("1.26.4")),
            new WholePins.Difference(Origin.CONDA, "gone", Optional.of("=1.0.0"), Optional.empty()),
            new WholePins.Difference(
                Origin.PIP, "six", Optional.of("==1.15.0"), Optional.of("1.16.0")),
            new WholePins.Difference(Origin.CONDA, "cuda", Optional.empty(), Optional.of("12.1.0")),
            new WholePins.Difference(
                Origin.CONDA, "libblas", Optional.empty(), Optional.of("3.9.0")),
            new WholePins.Difference(
                Origin.PIP, "azure-core", Optional.empty(), Optional.of("1.30.1"))),
        WholePins.drift(
            section(
                "channels: [c]\ndependencies: [python=3.11.9, numpy=1.26, gone=1.0.0, pip=24.0, {pip: [six==1.15.0]}]\n"),
            IMAGE));
  }
}
