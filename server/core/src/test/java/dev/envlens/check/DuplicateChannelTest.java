package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateChannelTest {

  @Test
  void theSecondIsFoundAndRemoved() {
    Check.conda(
            """
            channels:
              - conda-forge
              - defaults
              - «conda-forge»  # again
            dependencies:
              - python=3.12
            """)
        .finds("duplicate-channel")
        .as(Severity.WARNING)
        .saying("This channel is named already, in line 2. Remove one of the two.")
        .fixedBy(
            "Remove this one (new hash)",
            """
            channels:
              - conda-forge
              - defaults
            dependencies:
              - python=3.12
            """);
  }

  @Test
  void aUrlThatMeansTheSame() {
    Check.environment(
            """
            name: train
            image: python:3.12
            conda_file:
              channels: [conda-forge, «https://conda.anaconda.org/conda-forge/», defaults]
              dependencies: [python=3.12]
            """)
        .finds("duplicate-channel")
        .fixedBy(
            "Remove this one (new hash)",
            """
            name: train
            image: python:3.12
            conda_file:
              channels: [conda-forge, defaults]
              dependencies: [python=3.12]
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[conda-forge, defaults]",
        "['{{channel}}', '{{channel}}']",
        "[https://example.org/conda-forge, conda-forge]",
        "conda-forge"
      })
  void othersAreNot(String channels) {
    Check.conda("channels: %s\ndependencies: [python=3.12]\n".formatted(channels))
        .ignores("duplicate-channel");
  }
}
