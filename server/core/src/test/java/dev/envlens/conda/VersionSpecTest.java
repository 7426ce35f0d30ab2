package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSpecTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.7;             1.7.0;   true",
        "1.7;             1.7.1;   false",
        "==1.7;           1.7;     true",
        "=1.7;            1.7.1;   true",
        "=1.7;            1.70;    false",
        "1.7*;            1.7.1;   true",
        "1.7.*;           1.7.1;   true",
        "1.7.*;           1.71;    false",
        "==1.7.*;         1.7.1;   true",
        "!=1.7.*;         1.7.1;   false",
        "!=1.7;           1.7.1;   true",
        "*;               3.5;     true",
        "=*;              3.5;     true",
        "1.*.3;           1.2.3;   true",
        "1.*.3;           1.2.4;   false",
        "=1.*.3;          1.2.3.4; true",
        ">=1.6,<1.7;      1.6.9;   true",
        ">=1.6,<1.7;      1.7;     false",
        ">=1.6.*;         1.6;     true",
        "1.6|1.7;         1.7;     true",
        "1.6|1.7;         1.8;     false",
        "<1.0|>=2.0,<3;   2.5;     true",
        "<1.0|>=2.0,<3;   3.5;     false",
        "(<1.0|>=2.0),!=2.5; 2.5;  false",
        "(<1.0|>=2.0),!=2.5; 0.5;  true",
        "~=1.4.2;         1.4.9;   true",
        "~=1.4.2;         1.5;     false",
        "~=1.4.2;         1.4.1;   false",
        "'>= 1.6 , < 1.7'; 1.6.9;  true",
        "1!2.0;           2.0;     false",
        ">=1.0.1a;        1.0.1;   true",
      })
  void matches(String spec, String version, boolean matches) {
    var parsed = VersionSpec.parse(spec).ok().orElseThrow();
    assertEquals(matches, parsed.matches(CondaVersion.parse(version).orElseThrow()));
  }

  @Test
  void aRegularExpressionIsTakenToMatch() {
    var spec = VersionSpec.parse("^(1+)+\\.(2|3)$").ok().orElseThrow();
    assertTrue(spec.matches(CondaVersion.parse("1".repeat(5000)).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "«===»1.2;         ==1.2",
        "«=>»1.2;          >=1.2",
        "«> =» 1.2;        >= 1.2",
        "«>=»;",
        "1.2«,»;           1.2",
        "1.2 «|»;          1.2",
        "1.2«,»,1.3;       1.2,1.3",
        ">=1.2 «<»2;       >=1.2, <2",
        "«(»1.2|1.3;",
        "1.2«)»;",
        "~=«1»;",
        "~=«1.2.*»;",
        "==«\"1.2\"»;      ==1.2",
        "«1..2»;",
        "«^1.2»;",
        "1.2 «py_0»;",
      })
  void isRefused(String marked, String correction) {
    Marked.refused(marked, correction, VersionSpec::parse);
  }
}
