package dev.envlens.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{latest-image-tag}}",
        "numpy=={{ latest-pypi-version }}",
        "${{ inputs.name }}",
        "${VERSION}",
        "numpy==$VERSION",
        "$_x",
        "<NAME>",
        "azureml:<my-environment name.1>:1",
        "numpy<2,<VERSION>",
      })
  void holdsAPlaceholder(String text) {
    assertTrue(Placeholders.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "numpy",
        "numpy<2,>1",
        "numpy >1,<2",
        "numpy ^1\\.(2|3)$",
        "{name}",
        "{{name",
        "name}}",
        "{{}",
        "}}{{",
        "${",
        "${}",
        "costs 5$",
        "$1",
        "<>",
        "<1>",
        "<a,b>",
        "name<",
        "<name",
      })
  void holdsNone(String text) {
    assertFalse(Placeholders.in(text));
  }

  @Test
  void longTextsTakeNoTime() {
    var text = "}}" + "{{${<a".repeat(100_000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertFalse(Placeholders.in(text)));
  }
}
