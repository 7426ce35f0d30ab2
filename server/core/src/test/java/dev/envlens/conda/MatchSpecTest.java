package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchSpecTest {

  private static MatchSpec spec(String text) {
    var parsed = MatchSpec.parse(text);
    return parsed.ok().orElseThrow(() -> new AssertionError(parsed));
  }

  /** {@code -} stands for a part that isn't there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "numpy;                              -; -; numpy; -; -",
        "*;                                  -; -; *; -; -",
        "__cuda;                             -; -; __cuda; -; -",
        "numpy=1.8;                          -; -; numpy; =1.8; -",
        "numpy==1.8;                         -; -; numpy; ==1.8; -",
        "numpy 1.8;                          -; -; numpy; 1.8; -",
        "numpy =1.8;                         -; -; numpy; =1.8; -",
        "numpy = 1.8;                        -; -; numpy; = 1.8; -",
        "'  numpy   1.8   py27_0  ';         -; -; numpy; 1.8; py27_0",
        "numpy=1.8=py27_0;                   -; -; numpy; =1.8; py27_0",
        "numpy==1.8=py27_0;                  -; -; numpy; ==1.8; py27_0",
        "numpy=1.8 py27_0;                   -; -; numpy; =1.8; py27_0",
        "numpy >=1.8,<2 py27*;               -; -; numpy; >=1.8,<2; py27*",
        "numpy >=1.8 , <2;                   -; -; numpy; >=1.8 , <2; -",
        "numpy~=1.8.1;                       -; -; numpy; ~=1.8.1; -",
        "numpy 1.8.*;                        -; -; numpy; 1.8.*; -",
        "numpy 1.8|1.9;                      -; -; numpy; 1.8|1.9; -",
        "numpy 1.8 | 1.9 py_0;               -; -; numpy; 1.8 | 1.9; py_0",
        "numpy !=1.8;                        -; -; numpy; !=1.8; -",
        "blas=*=mkl;                         -; -; blas; =*; mkl",
        "blas * *mkl;                        -; -; blas; *; *mkl",
        "conda-forge::numpy;                 conda-forge; -; numpy; -; -",
        "conda-forge/linux-64::numpy=1.8;    conda-forge; linux-64; numpy; =1.8; -",
        "pkgs/main::numpy;                   pkgs/main; -; numpy; -; -",
        "https://h:8/t/x/noarch::numpy 1.8;  https://h:8/t/x; noarch; numpy; 1.8; -",
        "numpy[version='>=1.8,<2'];          -; -; numpy; >=1.8,<2; -",
        "numpy[version=1.8, build=\"py_0\"]; -; -; numpy; 1.8; py_0",
        "numpy =1.7 [version=1.8];           -; -; numpy; 1.8; -",
        "numpy[channel=conda-forge,subdir=noarch]; conda-forge; noarch; numpy; -; -",
        "'numpy=1.8 # the newest';           -; -; numpy; =1.8; -",
        "numpy#comment;                      -; -; numpy; -; -",
        "'https://h/c/noarch/ca-x-1.8-py_0.conda#abc'; -; -; ca-x; 1.8; py_0",
        "/opt/x-1.8-0.tar.bz2;               -; -; x; 1.8; 0",
      })
  void hasParts(
      String text, String channel, String subdir, String name, String version, String build) {
    var spec = spec(text);
    assertEquals(channel, spec.source().channel().map(Part::text).orElse("-"));
    assertEquals(subdir, spec.source().subdir().map(Part::text).orElse("-"));
    assertEquals(name, spec.name().text());
    assertEquals(version, spec.version().map(v -> v.range().of(text)).orElse("-"));
    assertEquals(version, spec.version().map(v -> v.spec().text()).orElse("-"));
    assertEquals(build, spec.build().map(Part::text).orElse("-"));
    assertEquals(name, spec.name().range().of(text));
    spec.build().ifPresent(part -> assertEquals(part.text(), part.range().of(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numpy«===»1.2|              numpy==1.2",
        "numpy«=>»1.2 # c|           numpy>=1.2 # c",
        "numpy «= =» 1.2|            numpy == 1.2",
        "numpy>=1.2 «<»2|            numpy>=1.2, <2",
        "numpy>=1.2«<»2|             numpy>=1.2,<2",
        "numpy>=1.2«,»|              numpy>=1.2",
        "numpy«,»|                   numpy",
        "numpy«=»|",
        "numpy=1.2«=»|               numpy=1.2",
        "numpy=1.2=py«=0»|",
        "numpy=1.2 py_0 «extra»|",
        "numpy==«\"1.2\"»|           numpy==1.2",
        "«\"numpy\"»|                numpy",
        "numpy«[fuse]»|              numpy",
        "numpy«[pandas,fuse]»==1.2|  numpy==1.2",
        "numpy[«verison»='1.2']|     numpy[version='1.2']",
        "numpy[«colour»=red]|",
        "numpy[«version»='']|",
        "numpy[version=«'»1.2]|",
        "numpy«[»version=1.2|        numpy[version=1.2]",
        "numpy«[='1']»|",
        "numpy[version='«1..2»']|",
        "numpy[version=1.2] «[build=x]»|",
        "conda-forge«:»numpy|        conda-forge::numpy",
        "conda-forge«:: »numpy|      conda-forge::numpy",
        "numpy«:»1.2|                numpy=1.2",
        "«my channel»::numpy|",
        "numpy==1.2«; os_name==x»| numpy==1.2",
        "numpy==«1..2»|",
        "numpy~=«1»|",
        "«=»1.2|",
        "«»|",
        "«num/py»|",
        "«-r requirements.txt»|",
        "«--pre»|",
        "«./package»|",
        "«C:\\package»|",
        "«package.whl»|",
        "«git+https://h/x.git»|",
        "«numpy @ https://h/x.whl»|",
        "«https://h/x.zip»|",
        "https://h/«x.conda»|",
        "https://h/x-1-0.conda «1.2»|",
      })
  void isRefused(String marked, String correction) {
    Marked.refused(marked, correction, MatchSpec::parse);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name @ https://user:secret@h/x.whl",
        "https://user:secret@h/x.zip",
        "numpy 1.2 py https://user:secret@h",
        "https://user:secret@h/x:: numpy",
        "numpy==https://user:secret@h/x",
      })
  void neverRepeatsASecret(String text) {
    var bad = MatchSpec.parse(text).bad().orElseThrow();
    assertFalse(bad.message().contains("secret"), bad.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "numpy;               UNPINNED; whatever is newest at build time",
        "numpy=*;             UNPINNED; whatever is newest at build time",
        "blas=*=mkl;          UNPINNED; the newest version with build mkl",
        "numpy==1.26;         EXACT; exactly version 1.26",
        "numpy 1.26;          EXACT; exactly version 1.26",
        "numpy=1.26=py_0;     EXACT; 'exactly version 1.26, build py_0'",
        "numpy[version=1.26]; EXACT; exactly version 1.26",
        "numpy>=1,==1.26;     EXACT; exactly version 1.26",
        "numpy[md5=0a1b];     EXACT; exactly one package file",
        "https://h/noarch/x-1.8-0.conda; EXACT; exactly one package file",
        "numpy=1.26.4;        EXACT; 'version 1.26.4 (conda also takes 1.26.4.x, if there is one)'",
        "numpy=1.26;          FUZZY; any 1.26.x",
        "numpy=1.26,!=1.26.3; FUZZY; any 1.26.x",
        "numpy=1.26.*;        RANGE; any 1.26.x",
        "numpy==1.26.*;       RANGE; any 1.26.x",
        "'numpy>=1,<2';       RANGE; any version from 1 up to but not including 2",
        "'numpy>1,<=2';       RANGE; any version above 1 up to 2",
        "numpy>=1;            RANGE; any version from 1 on",
        "numpy<2;             RANGE; any version below 2",
        "numpy<=2;            RANGE; any version up to 2",
        "numpy>1;             RANGE; any version above 1",
        "numpy!=1.5;          RANGE; any version except 1.5",
        "'numpy>=1,!=1.5,<2'; RANGE; 'any version from 1 up to but not including 2, except 1.5'",
        "'numpy!=1.5,!=1.6';  RANGE; 'any version except 1.5, 1.6'",
        "numpy~=1.4.2;        RANGE; 'any 1.4.x, from 1.4.2 on'",
        "numpy 1.2|1.3;       RANGE; 1.2 or 1.3",
        "numpy ^1.2$;         RANGE; any version that fits ^1.2$",
        "numpy >=1|<0.5;      RANGE; any version that fits >=1|<0.5",
      })
  void saysHowItIsPinned(String text, Pinning.Level level, String reason) {
    assertEquals(new Pinning(level, reason), spec(text).pinning());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy=1.26",
        "numpy=1",
        "numpy>=1",
        "numpy~=1.26.4",
        "numpy 1.26.*",
        "numpy=1.26.4.*",
        "numpy 1.2|1.3",
        "python=3",
        "python>=3.8",
        "python 3.*",
        "pip=9.0",
        "pip=24",
        "pip>=24.0",
        "pip=24.0.*",
      })
  void isLoose(String text) {
    assertTrue(spec(text).isLoose());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy",
        "numpy=1.26.4",
        "numpy==1.26",
        "numpy=1.26=py_0",
        "python=3.10",
        "Python=3.10",
        "python=3.10.*",
        "python 3.10",
        "pip=24.0",
        "pip=18.1",
        "mkl=2024.0",
        "tzdata=2023c",
        "pytorch-cuda=11.7",
      })
  void isNotLoose(String text) {
    assertFalse(spec(text).isLoose());
  }

  @ParameterizedTest
  @CsvSource({"numpy, 5", "conda-forge::numpy # c, 18", "numpy =1.2, 6", "'numpy[build=x]', 5"})
  void saysWhereAVersionGoes(String text, int offset) {
    assertEquals(offset, spec(text).versionOffset());
  }
}
