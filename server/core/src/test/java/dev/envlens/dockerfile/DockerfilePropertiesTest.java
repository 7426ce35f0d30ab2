package dev.envlens.dockerfile;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfilePropertiesTest {

  /** Pieces that mean something, so that random texts reach every corner. */
  @Provide
  Arbitrary<String> dockerfiles() {
    var piece =
        Arbitraries.of(
            "FROM ",
            "RUN ",
            "COPY ",
            "ARG ",
            "ONBUILD ",
            "WORKDIR ",
            "pip install ",
            "-r ",
            "A=",
            "python",
            ":3",
            "$A",
            "${A",
            "${A:-",
            "}",
            " AS b",
            "# ",
            "# escape=`",
            "\n",
            "\n",
            "\r\n",
            "\\\n",
            "`\n",
            "\t",
            " ",
            "\\",
            "'",
            "\"",
            "[",
            "]",
            ",",
            "<<E",
            "<<-E",
            "<<\"E\"",
            "\nE\n",
            "E",
            "&&",
            "|",
            ";",
            ">",
            "<",
            ">=1.2",
            "2>",
            "(",
            ")",
            "$(",
            "`",
            "--mount=",
            "--",
            "=",
            "bash -c ",
            "conda ",
            "run ",
            "cd ",
            "\uFEFF",
            "\u0000",
            "😀",
            "\uD83D",
            "/",
            ".",
            "*");
    return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 5000)
  void everyRangeLiesInsideAndInstructionsAreInOrder(@ForAll("dockerfiles") String text) {
    var whole = new TextRange(0, text.length());
    var file = Dockerfile.parse(text);
    int end = 0;
    for (var instruction : file.instructions()) {
      assertTrue(instruction.range().start() >= end, "in order");
      assertTrue(instruction.range().contains(instruction.keywordRange()));
      assertTrue(instruction.range().contains(instruction.argumentsRange()));
      end = instruction.range().end();
    }
    ranges(file).forEach(range -> assertTrue(whole.contains(range), () -> range + " in " + whole));
  }

  private static Stream<TextRange> ranges(Dockerfile file) {
    return Stream.of(
            file.instructions().stream().map(Instruction::range),
            file.instructions().stream().flatMap(i -> i.flags().stream()).map(Flag::range),
            file.instructions().stream()
                .flatMap(i -> i.heredocs().stream())
                .flatMap(h -> Stream.of(h.marker(), h.body().range())),
            file.comments().stream(),
            file.directives().stream().map(Directive::valueRange),
            file.problems().stream().map(Problem::range),
            file.needsBuildKit().stream().map(BuildKitFeature::range),
            file.stages().stream().map(Stage::imageRange),
            file.stages().stream().flatMap(DockerfilePropertiesTest::place),
            file.instructions().stream().flatMap(i -> commandRanges(file, i)),
            file.installs().stream()
                .flatMap(i -> i.bareRedirections().stream())
                .map(Install.BareRedirection::range))
        .flatMap(ranges -> ranges);
  }

  private static Stream<TextRange> place(Stage stage) {
    return stage.base() instanceof StageBase.Image image
        ? Stream.concat(image.place().stream(), Stream.of(image.name().range()))
        : Stream.empty();
  }

  private static Stream<TextRange> commandRanges(Dockerfile file, Instruction instruction) {
    return file.shellCommands(instruction).stream()
        .flatMap(
            command ->
                Stream.concat(
                    command.words().stream()
                        .flatMap(word -> Stream.of(word.range(), word.value().range())),
                    command.redirections().stream().map(Redirection::range)));
  }

  @Property
  void anyTextAtAllIsRead(@ForAll String text) {
    var file = Dockerfile.parse(text);
    assertEquals(
        file.stages().size(),
        file.instructions().stream().filter(DockerfilePropertiesTest::isFrom).count());
  }

  private static boolean isFrom(Instruction instruction) {
    return instruction.keyword().equals("FROM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\n",
        "$(",
        "\"",
        "'",
        "`",
        "${A:-",
        "<<E ",
        "numpy>=1 ",
        "[",
        "( ",
        "bash -c \"",
        "a;",
        "# x\n",
        "RUN pip install -r a\n",
        "COPY a b\n",
        "RUN <<E\n",
        "ARG A=$A$A\n",
        "FROM a AS b\n",
        "--mount=a "
      })
  void longTextsAreReadInLinearTime(String piece) {
    String text = "FROM x\nRUN " + piece.repeat(200_000 / piece.length());
    assertTimeoutPreemptively(
        ofSeconds(5),
        () -> {
          var file = Dockerfile.parse(text);
          file.instructions().forEach(file::shellCommands);
          return file.installs();
        });
  }
}
