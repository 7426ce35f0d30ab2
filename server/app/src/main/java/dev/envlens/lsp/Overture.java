package dev.envlens.lsp;

import dev.envlens.check.Facts;
import dev.envlens.check.Finding;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.schema.Schemas;
import dev.envlens.text.LineIndex;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Does what only the first analysis has to do, before there is one: compiles the schemas, loads the
 * tables and the classes. Played on a thread of its own while the client introduces itself.
 */
public final class Overture {

  private static final URI PLACE = URI.create("file:///overture/environment.yml");

  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  /** A bit of everything that most files hold, and a key that isn't known. */
  private static final String SAMPLE =
      """
      name: overture
      version: "1"
      remark: to be heard, not seen
      image: mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest
      os_type: linux
      tags:
        for: nobody
      conda_file:
        channels:
          - conda-forge
        dependencies:
          - python=3.11.9
          - pip=24.0
          - numpy>=1.26
          - pip:
              - azureml-defaults==1.57.0
              - shap
        variables:
          OMP_NUM_THREADS: "4"
      """;

  private Overture() {}

  /** Plays it. What it finds is nobody's concern. */
  public static void play() {
    Schemas.load();
    var documents = new Documents();
    documents.open(new OpenDocument(PLACE, 1, "yaml", SAMPLE));
    var terms = new Terms(Settings.defaults(), new Facts(ANY_DAY));
    var publisher =
        new Publisher(uri -> Optional.of(1), (file, version, findings, own) -> convert(findings));
    new Analyses(
            documents,
            new Nowhere(),
            (uri, asked) -> terms,
            Runnable::run,
            analysis -> publisher.add(analysis, true),
            uri -> {})
        .changed(PLACE);
  }

  private static void convert(List<Finding> findings) {
    var lines = LineIndex.of(SAMPLE);
    findings.forEach(finding -> ToLsp.diagnostic(lines, finding));
  }

  /** There is nothing around it. */
  private static final class Nowhere implements Surroundings {
    @Override
    public FileState file(URI uri) {
      return new FileState.Missing(List.of());
    }

    @Override
    public ContextState context(URI uri) {
      return new ContextState.Missing(List.of());
    }
  }
}
