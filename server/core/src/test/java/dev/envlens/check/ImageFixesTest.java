package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixes that come from what Docker and registries said of images. */
class ImageFixesTest {

  private static final String ENVIRONMENT =
      """
      name: train
      version: 1
      image: python:3.12
      conda_file: conda.yml
      """;

  private static String conda(String dependencies) {
    return "channels: [conda-forge]\ndependencies:\n" + dependencies;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "unpinned-package; «numpy»  # fast; numpy=1.26.4  # fast; numpy=1.26.4",
        "unpinned-package; '«foo»'; 'foo==1.2'; foo==1.2",
        "loose-pin; numpy«=1.26»; numpy=1.26.4; numpy=1.26.4",
        "loose-pin; numpy «>=1.2,<2»; numpy=1.26.4; numpy=1.26.4",
        "unpinned-pip; «pip»; pip=24.2; pip=24.2"
      },
      quoteCharacter = '`')
  void aCondaPackageIsPinnedToTheImage(String code, String before, String after, String pinned) {
    Check.environment(ENVIRONMENT)
        .with("conda.yml", conda("  - python=3.12\n  - " + before + "\n"))
        .knowing(ImageFacts.BUILT)
        .finds(code)
        .fixedBy(
            "Pin to %s, as in the cached image (new hash)".formatted(pinned),
            "conda.yml",
            conda("  - python=3.12\n  - " + after + "\n"));
  }

  @Test
  void aRequirementIsPinnedToTheImage() {
    String before = "  - python=3.12\n  - pip=24.2\n  - pip:\n      - %s ; python_version > '3'\n";
    Check.environment(ENVIRONMENT)
        .with("conda.yml", conda(before.formatted("«azure_core»[aio]")))
        .knowing(ImageFacts.BUILT)
        .finds("unpinned-package")
        .fixedBy(
            "Pin to azure_core[aio]==1.30.1 ; python_version > '3', as in the cached image (new hash)",
            "conda.yml",
            conda(before.formatted("azure_core[aio]==1.30.1")));
  }

  @Test
  void aVersionThatIsNotAllowedOrNotThereIsNoFix() {
    for (var dependency : new String[] {"numpy«<1.20»", "gone«>=1»"}) {
      Check.environment(ENVIRONMENT)
          .with("conda.yml", conda("  - python=3.12\n  - " + dependency + "\n"))
          .knowing(ImageFacts.BUILT)
          .finds("loose-pin")
          .unfixed();
    }
    Check.environment(ENVIRONMENT)
        .with("conda.yml", conda("  - python=3.12\n  - «curl»\n"))
        .knowing(ImageFacts.BUILT)
        .finds("unpinned-package")
        .unfixed();
  }

  @Test
  void anUnpinnedRebuildIsSaidAtTheCondaFile() {
    Check.environment(
            """
            name: train
            version: 1
            image: python:3.12
            «conda_file»: conda.yml
            """)
        .with("conda.yml", conda("  - python=3.12\n  - numpy\n  - pip\n  - pip: [azure-core>1]\n"))
        .knowing(ImageFacts.BUILT)
        .finds("unpinned-rebuild")
        .as(Severity.WARNING)
        .saying(
            "The cached image was built on 2026-05-03 from packages without an exact version (numpy, pip, azure-core): a later build may install others. Pin them to what the image has.")
        .fixedBy(
            "Pin to what the cached image has (new hash)",
            "conda.yml",
            conda(
                "  - python=3.12\n  - numpy=1.26.4\n  - pip=24.2\n  - pip: [azure-core==1.30.1]\n"));
  }

  @Test
  void itIsFixedOnlyWhereNothingIsLeftOpen() {
    Check.environment(
            "name: a\nversion: 1\nimage: b:1\n«conda_file»: {channels: [c], dependencies: [python=3.12, numpy, gone]}\n")
        .knowing(ImageFacts.BUILT)
        .finds("unpinned-rebuild")
        .unfixed();
  }

  @Test
  void pinnedPackagesAndUnknownImagesAreFine() {
    String text =
        "name: a\nversion: 1\nimage: python:3.12\nconda_file: {channels: [c], dependencies: [python=3.12, %s]}\n";
    Check.environment(text.formatted("numpy=1.26.4"))
        .knowing(ImageFacts.BUILT)
        .ignores("unpinned-rebuild");
    Check.environment(text.formatted("numpy")).ignores("unpinned-rebuild");
  }

  @Test
  void aBaseImageWhoseTagHasMovedIsSaid() {
    Check.environment("name: train\nversion: 1\nimage: «python:3.12»\n")
        .knowing(ImageFacts.MOVED)
        .finds("unpinned-rebuild")
        .saying(
            "'python:3.12' means another image than on 2026-05-03, when the cached image was built: a rebuild starts from that. Pin its digest.")
        .fixedBy(
            "Pin to the digest that the cached image was built from (new hash)",
            "name: train\nversion: 1\nimage: python:3.12@%s\n".formatted(ImageFacts.OLD_DIGEST));
    Check.environment("name: train\nversion: 1\nimage: python:3.11\n")
        .knowing(ImageFacts.MOVED)
        .ignores("unpinned-rebuild");
  }

  @Test
  void aFloatingImageIsPinnedToWhatItMeansNow() {
    Check.environment("name: train\nimage: «python:latest»  # newest\n")
        .knowing(ImageFacts.BASE)
        .finds("floating-image")
        .offering("Pin to sha256:1f2e… (new hash)", "Use the tag '3.12.3' (new hash)")
        .fixedBy(
            "Pin to sha256:1f2e… (new hash)",
            "name: train\nimage: python:latest@%s  # newest\n".formatted(ImageFacts.DIGEST))
        .fixedBy(
            "Use the tag '3.12.3' (new hash)", "name: train\nimage: python:3.12.3  # newest\n");
    Check.environment("name: train\nimage: '«python»'\n")
        .knowing(ImageFacts.BASE)
        .finds("floating-image")
        .fixedBy(
            "Pin to sha256:1f2e… (new hash)",
            "name: train\nimage: 'python@%s'\n".formatted(ImageFacts.DIGEST));
  }

  @Test
  void aTagIsPinnedToItsDigest() {
    Check.environment("name: train\nimage: python:«3.12»\n")
        .knowing(ImageFacts.BASE)
        .finds("tag-not-digest")
        .offering("Pin to sha256:1f2e… (new hash)")
        .fixedBy(
            "Pin to sha256:1f2e… (new hash)",
            "name: train\nimage: python:3.12@%s\n".formatted(ImageFacts.DIGEST));
  }

  @Test
  void aFloatingBaseImageIsPinnedInTheDockerfile() {
    Check.environment("name: train\nversion: 1\nbuild: {path: context}\n")
        .with("context/Dockerfile", "ARG BASE=python\nFROM «$BASE»\nRUN true\n")
        .knowing(ImageFacts.BASE)
        .finds("floating-base-image")
        .fixedBy(
            "Use the tag '3.12.3' (new hash)",
            "context/Dockerfile",
            "ARG BASE=python:3.12.3\nFROM $BASE\nRUN true\n")
        .fixedBy(
            "Pin to sha256:1f2e… (new hash)",
            "context/Dockerfile",
            "ARG BASE=python@%s\nFROM $BASE\nRUN true\n".formatted(ImageFacts.DIGEST));
  }
}
