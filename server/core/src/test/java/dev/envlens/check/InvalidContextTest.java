package dev.envlens.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidContextTest {

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/context", "s3://bucket/context"})
  void aPlaceOfAnotherKind(String url) {
    Check.environment("name: train\nbuild: {path: \"«%s»\"}\n".formatted(url))
        .finds("invalid-context")
        .as(Severity.ERROR)
        .mentioning("'" + url + "'")
        .unfixed();
  }
}
