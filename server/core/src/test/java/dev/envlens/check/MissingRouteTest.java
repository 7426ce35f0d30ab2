package dev.envlens.check;

import org.junit.jupiter.api.Test;

class MissingRouteTest {

  @Test
  void theMissingOnesAreAddedOnThePortOfTheOthers() {
    Check.environment(
            """
            name: serve
            image: python:3.11
            «inference_config»:
              liveness_route: # alive
                port: 8080
                path: /live
            """)
        .finds("missing-route")
        .as(Severity.ERROR)
        .saying(
            "'inference_config' needs three routes, and 'readiness_route' and 'scoring_route' are"
                + " missing. Add them.")
        .fixedBy(
            "Add 'readiness_route' and 'scoring_route'",
            """
            name: serve
            image: python:3.11
            inference_config:
              liveness_route: # alive
                port: 8080
                path: /live
              readiness_route:
                port: 8080
                path: /
              scoring_route:
                port: 8080
                path: /score
            """);
  }

  @Test
  void flowStyleStaysFlowStyle() {
    Check.environment("name: serve\nimage: python:3.11\n«inference_config»: {}\n")
        .finds("missing-route")
        .fixedBy(
            "Add 'liveness_route' and 'readiness_route' and 'scoring_route'",
            """
            name: serve
            image: python:3.11
            inference_config: {liveness_route: {port: 5001, path: /}, readiness_route: {port: 5001, path: /}, scoring_route: {port: 5001, path: /score}}
            """);
  }

  @Test
  void allThreeAreFine() {
    Check.environment(
            """
            name: serve
            image: python:3.11
            inference_config:
              liveness_route: {port: 5001, path: /}
              readiness_route: {port: 5001, path: /}
              scoring_route: {port: 5001, path: /score}
            """)
        .ignores("missing-route")
        .ignores("missing-key");
  }
}
