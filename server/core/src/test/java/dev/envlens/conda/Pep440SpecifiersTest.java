package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pep440SpecifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "==1.1       | 1.1       | true",
        "==1.1       | 1.1.0     | true",
        "==1.1       | 1.1.post1 | false",
        "==1.1       | 1.1+local | true",
        "==1.1+local | 1.1+local | true",
        "==1.1+local | 1.1       | false",
        "==1.1.post1 | 1.1.post1 | true",
        "==1.1.*     | 1.1.post1 | true",
        "==1.1.*     | 1.1a1     | true",
        "==1.1.*     | 1.10      | false",
        "==1.1.*     | 1         | false",
        "==1.0.*     | 1         | true",
        "==1.*       | 1!1.0     | false",
        "!=1.1       | 1.1.post1 | true",
        "!=1.1       | 1.1.0     | false",
        "!=1.1.*     | 1.1.post1 | false",
        "~=2.2       | 2.3       | true",
        "~=2.2       | 3.0       | false",
        "~=2.2       | 2.1       | false",
        "~=1.4.5     | 1.4.9     | true",
        "~=1.4.5     | 1.5       | false",
        "~=2.2.post3 | 2.2.post2 | false",
        "~=2.2.post3 | 2.9       | true",
        "~=2.2.0     | 2.3       | false",
        ">=1.0       | 1.0       | true",
        ">=1.0       | 1.0rc1    | false",
        "<=1.0       | 1.0+local | true",
        "<=1.0       | 1.0.post1 | false",
        ">1.7        | 1.7.1     | true",
        ">1.7        | 1.7.0     | false",
        ">1.7        | 1.7.post1 | false",
        ">1.7        | 1.7+local | false",
        ">1.7.post2  | 1.7.post3 | true",
        ">1.7.post2  | 1.7.0     | false",
        "<2.0        | 2.0rc1    | false",
        "<2.0        | 1.9rc1    | true",
        "<2.0rc2     | 2.0rc1    | true",
        "===1.0      | 1.0       | true",
        "===1.0      | 1.0.0     | false",
        ">=1.0,<2,!=1.5 | 1.6    | true",
        ">=1.0,<2,!=1.5 | 1.5    | false",
        ">= 1.0 , < 2   | 1.6    | true",
        "''          | 1.0       | true",
      })
  void contain(String specifiers, String version, boolean contained) {
    var parsed = Pep440Specifiers.parse(specifiers).ok().orElseThrow();
    assertEquals(contained, parsed.contains(Pep440Version.parse(version).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "«=»1.0            | ==1.0",
        "«=>»1.0           | >=1.0",
        "«=<»1.0           | <=1.0",
        "«> =»1.0          | >=1.0",
        "«<>»1.0           | !=1.0",
        "«~»1.0            | ~=1.0",
        "«<=>»1.0          |",
        "«==»              |",
        ">=1.0 «<»2        | '>=1.0, <2'",
        ">=1.0,«=>»2,=<3   | >=1.0,>=2,<=3",
        ">=«1.*»           | >=1",
        "<«1.*»            |",
        "~=«1»             |",
        "==«1.0a1.*»       |",
        ">=«1.0+x»         | >=1.0",
        "==«'1.0'»         | ==1.0",
        "==«1.0.x»         |",
        "==1.0 «and more»  |",
      })
  void areRefused(String marked, String correction) {
    Marked.refused(marked, correction, Pep440Specifiers::parse);
  }
}
