package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrisTest {

  @ParameterizedTest
  @CsvSource({
    "file:///c%3A/x.yml, file:///C:/x.yml",
    "file:///a/conda%2Eyml, file:///a/conda.yml",
    "file:///a b.yml, file:///a%20b.yml",
    "file:///%C3%A9.yml, file:///é.yml"
  })
  void oneFileHasOneSpelling(String one, String other) {
    assertEquals(Uris.normalize(one), Uris.normalize(other));
  }

  @Test
  void anOpenDocumentKeepsTheSpellingThatItWasOpenedWith() {
    var uris = new Uris();
    var uri = uris.opened("file:///a/conda%2Eyml");
    assertEquals(uri, uris.fromClient("file:///a/conda.yml"));
    assertEquals("file:///a/conda%2Eyml", uris.toClient(uri));
    uris.closed(uri);
    assertEquals("file:///a/conda.yml", uris.toClient(uri));
  }

  @Test
  void decomposedLettersStayDecomposed() {
    var uris = new Uris();
    assertEquals("file:///e%CC%81.yml", uris.toClient(uris.fromClient("file:///e%CC%81.yml")));
  }
}
