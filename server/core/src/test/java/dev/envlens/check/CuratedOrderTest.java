package dev.envlens.check;

import dev.envlens.curated.Curated;
import dev.envlens.curated.CuratedFiles;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CuratedOrderTest {

  private static final CuratedFiles FILES =
      CuratedFiles.ofSources(
          Curated.fruit(), Optional.empty(), "mine", "Dockerfile", Curated.context());

  private static Check conda(String text) {
    var check =
        Check.file(CuratedFiles.ENVIRONMENT, FILES.files().get(CuratedFiles.ENVIRONMENT))
            .knowing(new Facts(LocalDate.of(2026, 6, 1)).knowing(Curated::catalogue));
    for (var file : Curated.context().entrySet()) {
      check = check.with("context/" + file.getKey(), file.getValue());
    }
    return check.with("context/conda.yaml", text);
  }

  @Test
  void anotherOrderOfPackagesIsRestored() {
    conda(
            Curated.CONDA
                .replace(
                    "  - python=3.10\n  - numpy=1.26.4\n", "  - numpy=1.26.4\n  - python=3.10\n")
                .replace("dependencies:", "«dependencies»:"))
        .ignores("curated-edit")
        .finds("order-only-change")
        .saying(
            "This one has the packages in another order than the curated environment 'fruit': the"
                + " same packages, yet another hash, so that the whole image is built again for"
                + " nothing. Restore the order.")
        .fixedBy("Restore the curated order (new hash)", "context/conda.yaml", Curated.CONDA);
  }

  @Test
  void soIsThatOfChannels() {
    conda(
            Curated.CONDA
                .replace("  - conda-forge\n  - anaconda\n", "  - anaconda\n  - conda-forge\n")
                .replace("channels:", "«channels»:"))
        .finds("order-only-change")
        .fixedBy("Restore the curated order (new hash)", "context/conda.yaml", Curated.CONDA);
  }
}
