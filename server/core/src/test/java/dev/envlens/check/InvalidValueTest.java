package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidValueTest {

  @Test
  void eachAllowedValueIsOfferedTheNearestFirst() {
    Check.environment("name: train\nimage: python:3.11\nos_type: «windos» # here\n")
        .finds("invalid-value")
        .as(Severity.ERROR)
        .offering("Use 'windows' (new hash)", "Use 'linux' (new hash)")
        .fixedBy(
            "Use 'windows' (new hash)",
            "name: train\nimage: python:3.11\nos_type: windows # here\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "Linux", "WINDOWS", "'linux'", "{{os}}", "$OS"})
  void letterCaseDoesNotMatterAndPlaceholdersAreUnknown(String os) {
    Check.environment("name: train\nimage: python:3.11\nos_type: %s\n".formatted(os))
        .ignores("invalid-value");
  }
}
