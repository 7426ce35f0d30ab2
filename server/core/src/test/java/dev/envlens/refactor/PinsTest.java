package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.link.MemoryFiles;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinsTest {

  private static final String CONDA_EXPORT =
      """
      name: base
      channels: [conda-forge]
      dependencies:
        - python=3.11.9=h955ad1f_0
        - numpy=1.26.4=py311h08b1b3b_0
        - scikit-learn=1.4.2
        - attrs=23.2
        - foo=1.2=0
        - pip=24.0=py311_0
        - pip:
            - azure-core==1.30.1
            - torch==2.2.0+cpu
      prefix: /opt/conda
      """;

  private static Pins.Result pins(String conda, String export) {
    var source = new Source(MemoryFiles.uri("conda.yml"), Yaml.parse(conda));
    var contents = Contents.of(source, new MemoryFiles());
    return Pins.of(contents.condaFiles().get(0), Export.of(export));
  }

  private static String pinned(String conda, String export) {
    return TextEdit.apply(conda, pins(conda, export).edits());
  }

  @Test
  void everyOpenVersionIsPinnedAndNothingElse() {
    String conda =
        """
        channels: [conda-forge]
        dependencies:
          - python=3.11     # two parts are a release
          - numpy           # any
          - "scikit_learn >=1.4,<2"
          - conda-forge::foo[version='>1']
          - attrs
          - foo
          - 'pip'
          - pip:
              - azure-core[aio] >=1.20 ; python_version > "3.8"  # keep
              - torch
              - requests==2.31.0
        """;
    assertEquals(
        """
        channels: [conda-forge]
        dependencies:
          - python=3.11     # two parts are a release
          - numpy=1.26.4           # any
          - "scikit_learn=1.4.2"
          - conda-forge::foo[version='==1.2']
          - attrs=23.2
          - foo==1.2
          - 'pip=24.0'
          - pip:
              - azure-core[aio] ==1.30.1 ; python_version > "3.8"  # keep
              - torch==2.2.0+cpu
              - requests==2.31.0
        """,
        pinned(conda, CONDA_EXPORT));
  }

  @Test
  void whatStaysOpenIsSaidAndWhy() {
    var result =
        pins(
            """
            channels: [a]
            dependencies: [numpy<1.20, gone, pip, {pip: [azure-core<1, x @ https://h/x.whl, lost]}]
            """,
            CONDA_EXPORT);
    assertEquals(List.of(new Pins.Pinned("pip", "24.0")), result.pinned());
    assertEquals(
        List.of(
            new Pins.Unpinned("numpy", "the export has 1.26.4, which '<1.20' doesn't allow"),
            new Pins.Unpinned("gone", "the export doesn't list it"),
            new Pins.Unpinned("azure-core", "the export has 1.30.1, which '<1' doesn't allow"),
            new Pins.Unpinned("x", "it comes from a URL, a repository or a path"),
            new Pins.Unpinned("lost", "the export doesn't list it")),
        result.unpinned());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dependencies:\n  - numpy=1.26.4=py311_0\n",
        "dependencies: [python=3.11, {pip: [numpy==1.26.4]}]",
        "numpy==1.26.4\npandas==2.2.0\n",
        "# This file may be used to create an environment\nnumpy=1.26.4=py311_0\n",
        "numpy=1.26.4=pypi_0\n",
        """
        # packages in environment at /opt/conda:
        #
        numpy                     1.26.4          py311h64a7726_0    conda-forge
        """,
        "numpy   1.26.4   pypi_0   pypi\n",
        "Package    Version\n---------- -------\nnumpy      1.26.4\n",
        "@EXPLICIT\nhttps://conda.anaconda.org/c/linux-64/numpy-1.26.4-py311_0.conda#abc\n",
        "-e git+https://example.org/x@abc#egg=x\r\nNumPy==1.26.4\r\n"
      })
  void anyToolsListWillDo(String export) {
    assertEquals(
        "channels: [a]\ndependencies: [numpy=1.26.4]\n",
        pinned("channels: [a]\ndependencies: [numpy]\n", export));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello world", "numpy>=1.2\n", "dependencies: [numpy]", "{", "x: ["})
  void aListWithoutVersionsIsEmpty(String export) {
    assertTrue(Export.of(export).isEmpty(), export);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "numpy; numpy==1.26.4",
        "numpy>=1.2,<2 ; numpy==1.26.4",
        "numpy (>=1.2)  # fast; numpy (==1.26.4)  # fast",
        "numpy==1.0; numpy==1.0",
        "numpy \\~  >=1.0; numpy \\~  ==1.26.4"
      })
  void aRequirementsFileToo(String before, String after) {
    String text = before.replace('~', '\n') + "\n";
    var result = Pins.of(RequirementsFile.parse(text), Export.of("numpy==1.26.4"));
    assertEquals(after.replace('~', '\n') + "\n", TextEdit.apply(text, result.edits()));
  }
}
