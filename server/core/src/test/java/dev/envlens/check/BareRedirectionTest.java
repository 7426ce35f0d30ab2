package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareRedirectionTest {

  private static final String FROM = "FROM python:3.12.8\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install «numpy>=1.2»",
        "RUN pip install «numpy<2» scipy==1.14.1",
        "RUN pip install -U «numpy>=1.2,<2» && rm -r /tmp/x",
        "RUN apt-get update && \\\n    conda install -y «numpy >= 1.2»",
        "RUN [\"sh\", \"-c\", \"pip install «numpy>1.2»\"]",
        "ONBUILD RUN pip install «numpy>=1.2»"
      })
  void aVersionThatTheShellTakesForAFile(String run) {
    Check.file("Dockerfile", FROM + run + "\n").finds("bare-redirection").as(Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install 'numpy>=1.2'",
        "RUN pip install \"numpy>=1.2,<2\"",
        "RUN pip install numpy==1.26.4 > log.txt 2>&1",
        "RUN pip install -r requirements.txt >/dev/null",
        "RUN pip install numpy\\>=1.2",
        "RUN echo numpy>=1.2",
        "RUN [\"pip\", \"install\", \"numpy>=1.2\"]"
      })
  void othersAreNot(String run) {
    Check.file("Dockerfile", FROM + run + "\n").ignores("bare-redirection");
  }

  @Test
  void itSaysWhatHappens() {
    Check.file("Dockerfile", FROM + "RUN pip install «numpy>=1.2»\n")
        .finds("bare-redirection")
        .saying(
            "The shell takes '>=1.2' for a redirection: it writes to a file '=1.2', and any version"
                + " of 'numpy' is installed. Put the package and its version in quotes.");
    Check.file("Dockerfile", FROM + "RUN pip install «numpy<2»\n")
        .finds("bare-redirection")
        .saying(
            "The shell takes '<2' for a redirection: it reads a file '2', and finds none."
                + " Put the package and its version in quotes.");
  }

  @Test
  void itIsPutInQuotes() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with(
            "docker/Dockerfile",
            """
            FROM python:3.12.8
            RUN pip install scipy==1.14.1 \\
                «numpy>=1.2,<2»
            """)
        .finds("bare-redirection")
        .fixedBy(
            "Put \"numpy>=1.2,<2\" in quotes (new hash)",
            "docker/Dockerfile",
            """
            FROM python:3.12.8
            RUN pip install scipy==1.14.1 \\
                "numpy>=1.2,<2"
            """);
  }

  @Test
  void withinQuotesItGetsTheOtherOnes() {
    Check.file("Dockerfile", FROM + "RUN bash -c \"pip install «numpy>=1.2»\"\n")
        .finds("bare-redirection")
        .fixedBy(
            "Put 'numpy>=1.2' in quotes (new hash)",
            FROM + "RUN bash -c \"pip install 'numpy>=1.2'\"\n");
    Check.file("Dockerfile", FROM + "RUN bash -c 'pip install «numpy>=1.2»'\n")
        .finds("bare-redirection")
        .fixedBy(
            "Put \"numpy>=1.2\" in quotes (new hash)",
            FROM + "RUN bash -c 'pip install \"numpy>=1.2\"'\n");
  }

  @Test
  void inTheDockerfileOfAV1DefinitionToo() {
    Check.file(
            "env.json",
            """
            {"name": "a", "docker": {"baseDockerfile": «"FROM python:3.12.8\\nRUN pip install numpy>=1.2"»}}
            """)
        .finds("bare-redirection")
        .unfixed();
  }

  @Test
  void thousandsInOneCommandAreNoTrouble() {
    int many = 20_000;
    String run = "RUN pip install" + " numpy>=1.2".repeat(many) + "\n";
    var findings =
        assertTimeout(
            Duration.ofSeconds(20), () -> Check.file("Dockerfile", FROM + run).findings());
    assertEquals(
        many, findings.stream().filter(it -> it.code().equals("bare-redirection")).count());
  }
}
