package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildStringPinTest {

  @ParameterizedTest
  @CsvSource({
    "openssl=1.1.1w=«h7f8727e_0», openssl=1.1.1w",
    "'numpy=1.26.4=«py312h64a7726_0»  # from the export', numpy=1.26.4  # from the export",
    "numpy 1.26.4 «py312_0», numpy 1.26.4",
    "\"zlib==1.3.1=«0»\", \"zlib==1.3.1\"",
    "zlib=1.3=«h4ab18f5_1», zlib==1.3",
    "ca-certificates=2024.7.4=«hbcca054_0», ca-certificates=2024.7.4"
  })
  void itIsDropped(String dependency, String fixed) {
    Check.conda(CondaText.with(dependency))
        .finds("build-string-pin")
        .as(Severity.INFORMATION)
        .fixedBy("Drop the build string (new hash)", CondaText.with(fixed));
  }

  @Test
  void saysWhatTheBuildDoes() {
    Check.conda(CondaText.with("openssl=1.1.1w=«h7f8727e_0»"))
        .finds("build-string-pin")
        .saying(
            "The build 'h7f8727e_0' ties 'openssl' to one platform. Keep the version and drop the build.");
  }

  @Test
  void oneInBracketsIsLeftToTheUser() {
    Check.conda(CondaText.with("zlib[version=1.3.1, build=«h4ab18f5_1»]"))
        .finds("build-string-pin")
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy=1.26.4",
        "pytorch=2.5.1=*cuda*",
        "blas=1.0=mkl",
        "python 3.12.* *_cpython",
        "https://example.org/zlib-1.3.1-h4ab18f5_1.conda",
        "numpy=1.26.4={{build}}"
      })
  void aVariantOrAPatternIsNoBuild(String dependency) {
    Check.conda(CondaText.with(dependency)).ignores("build-string-pin");
  }
}
