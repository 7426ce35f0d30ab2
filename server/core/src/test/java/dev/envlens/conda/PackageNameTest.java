package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageNameTest {

  @ParameterizedTest
  @CsvSource({
    "Friendly-Bard,   friendly-bard,   friendly-bard",
    "FRIENDLY.BARD,   friendly.bard,   friendly-bard",
    "friendly--bard,  friendly--bard,  friendly-bard",
    "FrIeNdLy-._.-bArD, friendly-._.-bard, friendly-bard",
    "scikit_learn,    scikit_learn,    scikit-learn",
    "numpy,           numpy,           numpy",
  })
  void isNormalized(String name, String conda, String pip) {
    assertEquals(conda, new PackageName(name).conda());
    assertEquals(pip, new PackageName(name).pip());
  }

  @ParameterizedTest
  @CsvSource({
    "scikit_learn, Scikit-Learn, true",
    "ruamel.yaml,  ruamel_yaml,  true",
    "torch,        pytorch,      false",
    "ab,           a-b,          false",
  })
  void namesOnePackage(String one, String other, boolean same) {
    assertEquals(same, new PackageName(one).isSameAs(new PackageName(other)));
  }
}
