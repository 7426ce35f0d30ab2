package dev.envlens.check;

import org.junit.jupiter.api.Test;

class OrderOnlyChangeTest {

  private static final Facts WORKSPACE =
      Answered.nothing()
          .with(
              "train",
              "1",
              """
              image: a/b:1
              conda_file:
                channels: [conda-forge, nvidia]
                dependencies:
                  - python=3.12
                  - numpy=1.26.4
                  - pip=24.0
                  - pip:
                      - pandas==2.0.0
                      - scipy==1.11.0
              """)
          .facts();

  @Test
  void theOrderIsRestoredWithTheCommentsOfItsItems() {
    Check.environment(
            """
            name: train
            image: a/b:1
            conda_file:
              «channels»: [nvidia, conda-forge]
              dependencies:
                # fast arrays
                - numpy=1.26.4
                - pip=24.0   # the last without a bug
                - python=3.12
                - pip:
                    # statistics
                    - scipy==1.11.0
                    - "pandas==2.0.0"
            """)
        .knowing(WORKSPACE)
        .finds("order-only-change")
        .as(Severity.WARNING)
        .saying(
            "Only the order differs from the registered 'train:1': the same packages, but another"
                + " hash, so the image is built anew. Restore the order.")
        .fixedBy(
            "Restore the order (new hash)",
            """
            name: train
            image: a/b:1
            conda_file:
              channels: [conda-forge, nvidia]
              dependencies:
                - python=3.12
                # fast arrays
                - numpy=1.26.4
                - pip=24.0   # the last without a bug
                - pip:
                    - "pandas==2.0.0"
                    # statistics
                    - scipy==1.11.0
            """);
  }

  @Test
  void itStandsInTheCondaFileAndNothingElseIsSaidOfTheEdit() {
    Check.environment("name: train\nimage: a/b:1\nconda_file: conda.yml\n")
        .with(
            "conda.yml",
            """
            channels: [conda-forge, nvidia]
            «dependencies»:
              - pip:
                  - pandas==2.0.0
                  - scipy==1.11.0
              - pip=24.0
              - numpy=1.26.4
              - python=3.12
            """)
        .knowing(WORKSPACE)
        .ignores("changed-since-registered")
        .finds("order-only-change")
        .fixedBy(
            "Restore the order (new hash)",
            "conda.yml",
            """
            channels: [conda-forge, nvidia]
            dependencies:
              - python=3.12
              - numpy=1.26.4
              - pip=24.0
              - pip:
                  - pandas==2.0.0
                  - scipy==1.11.0
            """);
  }

  @Test
  void anotherPackageIsMoreThanAnotherOrder() {
    Check.environment(
            """
            name: train
            image: a/b:1
            conda_file:
              channels: [nvidia, conda-forge]
              dependencies: [python=3.12, numpy=1.26.5, pip=24.0]
            """)
        .knowing(WORKSPACE)
        .ignores("order-only-change");
  }

  @Test
  void whatAnAliasStandsForIsNotMoved() {
    Check.environment(
            """
            name: train
            image: a/b:1
            tags: {first: &first nvidia}
            conda_file:
              «channels»: [*first, conda-forge]
              dependencies:
                - python=3.12
                - numpy=1.26.4
                - pip=24.0
                - pip: [pandas==2.0.0, scipy==1.11.0]
            """)
        .knowing(WORKSPACE)
        .finds("order-only-change")
        .unfixed();
  }
}
