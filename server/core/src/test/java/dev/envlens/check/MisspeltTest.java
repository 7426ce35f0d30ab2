package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltTest {

  private static final String SCHEMA =
      "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\n";

  private static final String ROUTE = "{port: 5001, path: /}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nmae: train\nimage: python:3.12",
        "name: train\nimgae: python:3.12",
        "name: train\niamge: python:3.12",
        "name: train\nimgae: python:3.12\nconda_file: {channels: [a], dependencies: [python=3.12]}",
        "name: train\nbiuld: {path: .}",
        "name: train\nbuild: {pth: .}",
        "name: train\nimage: python:3.12\ninference_config: {liveness_route: %1$s, readiness_route: %1$s, scoring_rout: %1$s}",
        "name: train\nimage: python:3.12\ninference_config: {liveness_route: %1$s, readiness_route: %1$s, scoring_route: {prot: 5001, path: /}}",
      })
  void oneFaultOfAnEnvironmentIsToldOnce(String text) {
    var check =
        Check.environment(SCHEMA + text.formatted(ROUTE)).with("Dockerfile", "FROM scratch\n");
    assertEquals(List.of("unknown-key"), errors(check));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel: [conda-forge]\ndependencies: [python=3.12]",
        "chanels: [conda-forge]\ndependencies: [python=3.12]",
        "channels: [conda-forge]\ndependancies: [python=3.12]",
      })
  void oneFaultOfACondaFileIsToldOnce(String conda) {
    var check =
        Check.environment("name: train\nimage: python:3.12\nconda_file: conda.yml\n")
            .with("conda.yml", conda);
    assertEquals(List.of("unknown-key"), errors(check));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'nmae': 'train', 'docker': {'baseImage': 'python:3.12'}, 'python': {'condaDependencies': {'dependencies': ['conda-forge::python=3.12']}}}",
        "{'name': 'train', 'docker': {'baseImage': null, 'baseDockerfle': 'FROM python:3.12'}, 'python': {'userManagedDependencies': true}}",
        "{'name': 'train', 'docker': {'baseImage': 'python:3.12'}, 'python': {'condaDependencies': {'channels': ['conda-forge'], 'dependancies': ['python=3.12']}}}",
        "{'name': 'train', 'docker': {'buildContext': {'locaton': 'https://example.com/a.git'}}, 'python': {'userManagedDependencies': true}}",
      })
  void oneFaultOfAV1DefinitionIsToldOnce(String text) {
    var check = Check.file("azureml_environment.json", text.replace('\'', '"'));
    assertEquals(List.of("unknown-key"), errors(check));
  }

  @Test
  void anotherUnknownKeyHidesNothing() {
    Check.environment(
            SCHEMA.replace("$schema", "«$schema»") + "descripton: a\nimage: python:3.12\n")
        .finds("missing-name");
  }

  @Test
  void theOtherRoutesAreStillMissing() {
    Check.environment(
            "name: a\nimage: python:3.12\n«inference_config»: {scoring_rout: %s}\n"
                .formatted(ROUTE))
        .finds("missing-route")
        .mentioning("'liveness_route' and 'readiness_route' are missing");
  }

  private static List<String> errors(Check check) {
    return check.findings().stream()
        .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
        .map(Finding::code)
        .toList();
  }
}
