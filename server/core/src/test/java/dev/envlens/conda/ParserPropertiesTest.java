package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, however broken. */
class ParserPropertiesTest {

  private static final List<Function<String, ? extends Parsed<?>>> PARSERS =
      List.of(
          MatchSpec::parse,
          VersionSpec::parse,
          Requirement::parse,
          Pep440Specifiers::parse,
          RequirementLine::parse);

  @Provide
  Arbitrary<String> nearlySpecs() {
    var pieces =
        Arbitraries.of(
            "numpy",
            "1.2",
            "1.26.4",
            "=",
            "==",
            ">=",
            "<",
            "!",
            "~",
            "=>",
            ",",
            "|",
            " ",
            "*",
            "::",
            ":",
            "[",
            "]",
            "(",
            ")",
            ";",
            "'",
            "\"",
            "#",
            "@",
            "/",
            "\\",
            ".",
            "-",
            "--hash",
            "-e",
            "-r",
            "https://h/x",
            "git+",
            "python_version",
            "and",
            "in",
            "not",
            "version",
            "py_0",
            "1!",
            "+x",
            "^",
            "$",
            "\t",
            "\n",
            "é",
            "😀",
            "\uffff",
            "\u0000");
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  @Property(tries = 5000)
  void faultsLieInTheTextAndCorrectionsParse(@ForAll @From("nearlySpecs") String text) {
    for (var parser : PARSERS) {
      parser
          .apply(text)
          .bad()
          .ifPresent(
              bad -> {
                assertTrue(bad.range().end() <= text.length(), bad::toString);
                assertTrue(!bad.message().isBlank());
                bad.correction()
                    .ifPresent(c -> assertTrue(parser.apply(c).ok().isPresent(), bad::toString));
              });
    }
  }

  @Property(tries = 2000)
  void anyTextIsReadWithoutAnException(@ForAll String text) {
    PARSERS.forEach(parser -> assertTrue(parser.apply(text).toString().length() > 0));
  }

  @Property(tries = 2000)
  void namesLieWhereTheyAre(@ForAll @From("nearlySpecs") String text) {
    MatchSpec.parse(text)
        .ok()
        .ifPresent(spec -> assertEquals(spec.name().text(), spec.name().range().of(text)));
    Requirement.parse(text)
        .ok()
        .ifPresent(r -> assertEquals(r.name().text(), r.name().range().of(text)));
  }

  @Property(tries = 2000)
  void entriesOfAFileLieInTheFile(@ForAll @From("nearlySpecs") String text) {
    var file = text.replace('\t', '\n');
    for (var entry : RequirementsFile.parse(file).entries()) {
      assertTrue(entry.range().end() <= file.length());
      entry
          .line()
          .bad()
          .ifPresent(bad -> assertTrue(entry.inFile(bad.range()).end() <= file.length()));
    }
  }

  @Provide
  Arbitrary<String> pipVersions() {
    return versions("1", "2", "10", "0", ".", "a", "rc1", ".post", "dev", "+", "!", "-", "_");
  }

  @Provide
  Arbitrary<String> condaVersions() {
    return versions("1", "2", "10", "0", ".", "a", "b", "post", "dev", "+", "!", "_", "*");
  }

  private static Arbitrary<String> versions(String... pieces) {
    return Arbitraries.of(pieces).list().ofMinSize(1).ofMaxSize(7).map(l -> String.join("", l));
  }

  @Property(tries = 5000)
  void pipVersionsAreOrdered(
      @ForAll @From("pipVersions") String a,
      @ForAll @From("pipVersions") String b,
      @ForAll @From("pipVersions") String c) {
    ordered(Pep440Version::parse, a, b, c);
  }

  @Property(tries = 5000)
  void condaVersionsAreOrdered(
      @ForAll @From("condaVersions") String a,
      @ForAll @From("condaVersions") String b,
      @ForAll @From("condaVersions") String c) {
    ordered(CondaVersion::parse, a, b, c);
  }

  private static <T extends Comparable<T>> void ordered(
      Function<String, Optional<T>> parser, String... texts) {
    var sorted = Arrays.stream(texts).flatMap(t -> parser.apply(t).stream()).sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i; j < sorted.size(); j++) {
        int order = sorted.get(i).compareTo(sorted.get(j));
        assertTrue(order <= 0, sorted::toString);
        assertEquals(
            -Integer.signum(order), Integer.signum(sorted.get(j).compareTo(sorted.get(i))));
        assertEquals(order == 0, sorted.get(i).equals(sorted.get(j)), sorted::toString);
        if (order == 0) {
          assertEquals(sorted.get(i).hashCode(), sorted.get(j).hashCode(), sorted::toString);
        }
      }
    }
  }

  @Property(tries = 2000)
  void theNormalFormIsTheSameVersion(@ForAll @From("pipVersions") String text) {
    Pep440Version.parse(text)
        .ifPresent(v -> assertEquals(v, Pep440Version.parse(v.toString()).orElseThrow()));
  }
}
