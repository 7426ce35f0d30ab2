package dev.envlens.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {

  @Test
  void everyInstructionOfTheReferenceIsRead() {
    String text =
        """
        # syntax=docker/dockerfile:1
        # escape=\\

        # a comment
        ARG CODE_VERSION=latest
        FROM base:${CODE_VERSION} AS build
        maintainer someone@example.com
        LABEL com.example.vendor="ACME Incorporated" version="1.0"
        ENV MY_NAME="John Doe" MY_DOG=Rex\\ The\\ Dog
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a.tgz /
        COPY --from=0 --chown=55:mygroup files* /somedir/
        COPY ["a file", "/dir/"]
        RUN --mount=type=cache,target=/var/cache/pip pip install x
        EXPOSE 80/tcp
        VOLUME ["/data"]
        USER patrick
        WORKDIR /path/to/workdir
        ARG user1=someuser
        ONBUILD ADD . /app/src
        STOPSIGNAL SIGKILL
        HEALTHCHECK --interval=5m --timeout=3s CMD curl -f http://localhost/ || exit 1
        SHELL ["/bin/bash", "-c"]
        ENTRYPOINT ["top", "-b"]
        CMD ["-c"]
        """;
    var file = Dockerfile.parse(text);
    assertEquals(List.of(), file.problems());
    assertEquals(
        "ARG FROM MAINTAINER LABEL ENV ADD COPY COPY RUN EXPOSE VOLUME USER WORKDIR ARG ONBUILD"
            + " STOPSIGNAL HEALTHCHECK SHELL ENTRYPOINT CMD",
        String.join(" ", file.instructions().stream().map(Instruction::keyword).toList()));
    assertEquals(
        List.of("syntax=docker/dockerfile:1", "escape=\\"),
        file.directives().stream().map(d -> d.name() + "=" + d.value()).toList());
    assertEquals(List.of("# a comment"), texts(text, file.comments()));

    var copy = file.instructions().get(6);
    assertEquals("COPY --from=0 --chown=55:mygroup files* /somedir/", copy.raw(text));
    assertEquals("files* /somedir/", copy.argumentsRange().of(text));
    assertEquals("--from=0", copy.flag("from").orElseThrow().range().of(text));
    assertEquals("0", copy.flag("from").orElseThrow().value().orElseThrow().range().of(text));
    assertEquals(
        List.of("a file", "/dir/"),
        file.instructions().get(7).exec().orElseThrow().stream().map(SourceText::text).toList());
    assertEquals("ADD", instruction(file, "ONBUILD").onbuild().orElseThrow().keyword());
    assertEquals("maintainer", instruction(file, "MAINTAINER").keywordRange().of(text));
  }

  @Test
  void aContinuedLineSkipsCommentsAndBlankLines() {
    String text =
        """
        FROM alpine
        RUN apt-get update && \\
            # not for the shell

            apt-get install -y \\\t
              curl
        RUN echo two
        """;
    var file = Dockerfile.parse(text);
    var run = file.instructions().get(1);
    assertEquals("apt-get update &&     apt-get install -y       curl", run.arguments().text());
    assertEquals(List.of("# not for the shell"), texts(text, file.comments()));
    assertEquals("curl", run.raw(text).substring(run.raw(text).length() - 4));
    assertEquals("RUN echo two", file.instructions().get(2).raw(text));
    assertTrue(file.problems().isEmpty());
  }

  @Test
  void aHashInsideArgumentsIsNoComment() {
    var file = Dockerfile.parse("FROM alpine\nRUN echo 'we are # here'\n");
    assertTrue(file.comments().isEmpty());
    assertEquals("echo 'we are # here'", file.instructions().get(1).arguments().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void lineEndsAndAByteOrderMarkDontMatter(String lineEnd) {
    String text =
        "\uFEFF# escape=`\n\nFROM windows `\n  AS b\nCOPY testfile.txt c:\\\nRUN dir c:\\\n"
            .replace("\n", lineEnd);
    var file = Dockerfile.parse(text);
    assertEquals("escape", file.directives().get(0).name());
    assertEquals("b", file.stages().get(0).name().orElseThrow().text());
    assertEquals("testfile.txt c:\\", file.instructions().get(1).arguments().text());
    assertEquals("RUN dir c:\\", file.instructions().get(2).raw(text));
  }

  @ParameterizedTest
  @CsvSource({
    "'# syntax=a\n# escape=`\nFROM x', 2",
    "'#syntax=a\nFROM x', 1",
    "'# SYNTAX = a\nFROM x', 1",
    "'# about it\n# syntax=a\nFROM x', 0",
    "'FROM x\n# syntax=a', 0",
    "'\n# syntax=a\nFROM x', 0",
    "'# unknowndirective=value\n# syntax=a\nFROM x', 0",
  })
  void directivesStandAtTheTopOnly(String text, int directives) {
    assertEquals(directives, Dockerfile.parse(text).directives().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN <<EOF\\napt-get update\\nEOF\\n                   | EOF | true | false | apt-get update\\n",
        "RUN <<-EOT bash -ex\\n\\tmkdir -p foo/bar\\n\\tEOT\\n | EOT | true | true | mkdir -p foo/bar\\n",
        "COPY <<\"EOF\" /script.sh\\n  echo $A\\nEOF\\n         | EOF | false | false | '  echo $A\\n'",
        "RUN 3<<'E F' cat\\n# kept\\n\\nE F\\n                  | E F | false | false | # kept\\n\\n",
        "ONBUILD RUN <<EOF\\nx\\nEOF\\n                        | EOF | true | false | x\\n",
      })
  void aHereDocumentBelongsToItsInstruction(
      String escaped, String delimiter, boolean expands, boolean stripsTabs, String body) {
    String text = "FROM alpine\n" + plain(escaped) + "RUN next";
    var file = Dockerfile.parse(text);
    assertEquals(List.of(), file.problems());
    var heredoc = file.instructions().get(1).heredocs().get(0);
    assertEquals(delimiter, heredoc.delimiter());
    assertEquals(expands, heredoc.expands());
    assertEquals(stripsTabs, heredoc.stripsTabs());
    assertEquals(plain(body), heredoc.body().text());
    assertEquals("RUN next", file.instructions().get(2).raw(text));
    assertTrue(file.instructions().get(1).raw(text).endsWith(delimiter));
  }

  @Test
  void oneLineMayOpenSeveralHereDocuments() {
    String text =
        """
        FROM alpine
        COPY <<robots.txt <<humans.txt /usr/share/
        (robots content)
        robots.txt
        (humans content)
        humans.txt
        """;
    var copy = Dockerfile.parse(text).instructions().get(1);
    assertEquals(
        List.of("(robots content)\n", "(humans content)\n"),
        copy.heredocs().stream().map(h -> h.body().text()).toList());
    assertEquals("<<humans.txt", copy.heredocs().get(1).marker().of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN echo $((1<<2))",
        "RUN cat <<<word",
        "RUN echo \"<<EOF\"",
        "RUN echo 1 << 2",
        "ENV A <<EOF",
        "RUN [\"cat\", \"<<EOF\"]",
      })
  void otherUsesOfTheSignsOpenNoHereDocument(String line) {
    var file = Dockerfile.parse("FROM alpine\n" + line + "\nUSER me\n");
    assertTrue(file.problems().isEmpty());
    assertEquals("USER", file.instructions().get(2).keyword());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | ''         | There is no base image",
        "ARG A=1\\n                  | ''         | There is no base image",
        "RUN x\\nFROM y              | RUN        | RUN comes before the base image",
        "FROM x\\nRUNN y             | RUNN       | Did you mean RUN?",
        "FROM x\\nCOYP y             | COYP       | Did you mean COPY?",
        "FORM x\\nRUN y              | FORM       | Did you mean FROM?",
        "FROM x\\nRUN a &&\\n  b c    | b          | end that line with '\\'",
        "FROM                        | FROM       | Add the image to build on",
        "FROM x y                    | y          | FROM takes one image",
        "FROM x AS                   | AS         | FROM takes one image",
        "FROM x # why                | # why      | A comment can't follow FROM",
        "FROM x AS 1b                | 1b         | can't name a stage",
        "FROM x\\nRUN                | RUN        | Add the command to run",
        "FROM x\\nWORKDIR            | WORKDIR    | Add a folder",
        "FROM x\\nCOPY a             | a          | needs a source and a destination",
        "FROM x\\nSHELL bash -c      | bash -c    | JSON list",
        "FROM x\\nRUN <<EOF\\nabc    | <<EOF      | Write 'EOF' alone on a line",
        "# escape=x\\nFROM y         | x          | can only be",
        "# escape=`\\n# escape=`\\nFROM y | # escape=` | a second time",
        "FROM x\\nONBUILD FROM y     | FROM       | ONBUILD can't keep FROM",
        "FROM x\\nONBUILD RUM y      | RUM        | Did you mean RUN?",
      })
  void aFaultIsToldWhereItStands(String escaped, String at, String message) {
    String text = plain(escaped);
    var problems = Dockerfile.parse(text).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(at, problems.get(0).range().of(text));
    assertTrue(problems.get(0).message().contains(message), problems.get(0).message());
  }

  @Test
  void anEmptyCommandTakesBackTheBaseImages() {
    assertTrue(Dockerfile.parse("FROM x\nCMD\nENTRYPOINT []\n").problems().isEmpty());
  }

  @Test
  void jsonDecodesItsEscapes() {
    String text = "FROM x\nRUN [\"a\\\"b\", \"\\u0041\\t\" , \"c:\\\\d\"]";
    var strings = Dockerfile.parse(text).instructions().get(1).exec().orElseThrow();
    assertEquals(List.of("a\"b", "A\t", "c:\\d"), strings.stream().map(SourceText::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[ -d x ] && y", "['a']", "[\"a\",]", "[\"a\" \"b\"]", "[\"a\"] x", "[\"a"})
  void whatIsNoJsonListIsACommandLine(String arguments) {
    var run = Dockerfile.parse("FROM x\nRUN " + arguments).instructions().get(1);
    assertTrue(run.exec().isEmpty());
    assertEquals(arguments, run.arguments().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# syntax=docker/dockerfile:1\\nFROM x          | # syntax=",
        "FROM x\\nRUN --mount=type=ssh y                | RUN --mount",
        "FROM x\\nRUN --network=none y                  | RUN --network",
        "FROM x\\nONBUILD RUN --security=insecure y     | RUN --security",
        "FROM x\\nRUN <<EOF\\nEOF                       | here-document",
        "FROM x\\nCOPY --link a b                       | COPY --link",
        "FROM x\\nADD --chmod=644 a b                   | ADD --chmod",
      })
  void whatNeedsBuildKitIsNamed(String escaped, String name) {
    var features = Dockerfile.parse(plain(escaped)).needsBuildKit();
    assertEquals(List.of(name), features.stream().map(BuildKitFeature::name).toList());
    assertFalse(features.get(0).range().isEmpty());
  }

  @Test
  void theClassicBuilderKnowsTheRest() {
    var file =
        Dockerfile.parse("# check=skip=all\nFROM --platform=linux/amd64 x\nCOPY --chown=1 a b\n");
    assertTrue(file.needsBuildKit().isEmpty());
  }

  private static Instruction instruction(Dockerfile file, String keyword) {
    return file.instructions().stream()
        .filter(i -> i.keyword().equals(keyword))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(String text, List<TextRange> ranges) {
    return ranges.stream().map(range -> range.of(text)).toList();
  }

  private static String plain(String escaped) {
    return escaped.replace("\\n", "\n").replace("\\t", "\t");
  }
}
