package dev.envlens.check;

import org.junit.jupiter.api.Test;

class MissingKeyTest {

  private static final String CONFIG =
      """
      name: serve
      image: python:3.11
      inference_config:
        liveness_route: {port: 5001, path: /}
        readiness_route: {port: 5001, path: /}
      """;

  @Test
  void aRouteNeedsItsPort() {
    Check.environment(CONFIG + "  «scoring_route»:\n    path: /score # here\n")
        .finds("missing-key")
        .as(Severity.ERROR)
        .mentioning("'port'")
        .fixedBy(
            "Add 'port: 5001'",
            CONFIG + "  scoring_route:\n    path: /score # here\n    port: 5001\n");
  }

  @Test
  void aRouteInFlowStyleNeedsItsPath() {
    Check.environment(CONFIG + "  «scoring_route»: {port: 80}\n")
        .finds("missing-key")
        .fixedBy("Add 'path: /'", CONFIG + "  scoring_route: {port: 80, path: /}\n");
  }

  @Test
  void whatCannotBeReadMayBeTheKey() {
    Check.environment(CONFIG + "  scoring_route:\n    path: /score\n    port: {\n")
        .ignores("missing-key");
  }

  @Test
  void aWholeRouteIsFine() {
    Check.environment(CONFIG + "  scoring_route: {port: 5001, path: /score}\n")
        .ignores("missing-key");
  }
}
