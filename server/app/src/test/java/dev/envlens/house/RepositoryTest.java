package dev.envlens.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

/** What holds for every file of the project, whatever is in it. */
class RepositoryTest {

  private static final Repository REPOSITORY = Repository.read();

  @Test
  void everyFileEndsItsLastLine() {
    assertNone(
        ours("**")
            .filter(file -> !file.text().isEmpty() && !file.text().endsWith("\n"))
            .map(Repository.Source::path));
  }

  @ParameterizedTest
  @CsvSource({
    "tabs, **.java, '\t'",
    "white space at a line's end, '**.{java,md,sh,py}', '[ \t]+$'",
    "work left for later, **, '\\b(?:TO(?:)DO|FIX(?:)ME|X{3})\\b'",
    "paths of one machine, **, '(?<![\\w.~}-])/(?:root|work|home/(?!azureuser)[a-z]\\w*)/[\\w.]'"
  })
  void nothingThatDoesNotBelong(String what, String glob, String pattern) {
    var regex = Pattern.compile(pattern, Pattern.MULTILINE);
    assertNone(
        ours(glob)
            .filter(file -> !Path.of(file.path()).getFileName().toString().startsWith("Dockerfile"))
            .flatMap(file -> file.find(regex).stream().map(found -> what + ": " + found)));
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    var described = folders("server/*/src/main/java/**/package-info.java");
    assertNone(
        folders("server/*/src/main/java/**/*.java").stream()
            .filter(folder -> !described.contains(folder))
            .map(folder -> folder + " has no package-info.java"));
  }

  @Test
  void theLicenceIsApache2() {
    var licence = REPOSITORY.text("LICENSE");
    assertTrue(
        licence.contains("Apache License\n                           Version 2.0, January 2004"));
    assertTrue(licence.contains("END OF TERMS AND CONDITIONS"));
  }

  @Test
  void linksInPagesLeadSomewhere() {
    REPOSITORY.text("README.md");
    var pages = new Pages(REPOSITORY);
    assertNone(ours("**.md").flatMap(pages::broken));
  }

  @Test
  void theArchitecturePageNamesEveryDependency() {
    var page = REPOSITORY.text("docs/architecture.md");
    assertNone(
        REPOSITORY
            .matching("{pom.xml,server/*/pom.xml}")
            .flatMap(RepositoryTest::dependencies)
            .distinct()
            .filter(artifact -> !artifact.startsWith("envlens-"))
            .filter(artifact -> !word(artifact).matcher(page).find())
            .map(artifact -> artifact + " isn't named in docs/architecture.md"));
  }

  /** Without the inputs of tests, which may hold any fault on purpose. */
  private static Stream<Repository.Source> ours(String glob) {
    return REPOSITORY.matching(glob).filter(file -> !file.path().contains("/src/test/resources/"));
  }

  private static Set<String> folders(String glob) {
    return REPOSITORY
        .matching(glob)
        .map(file -> file.path().substring(0, file.path().lastIndexOf('/')))
        .collect(Collectors.toSet());
  }

  private static Stream<String> dependencies(Repository.Source pom) {
    try {
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(REPOSITORY.root().resolve(pom.path()).toFile());
      var found =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(
                      "/project/dependencies/dependency/artifactId",
                      document,
                      XPathConstants.NODESET);
      return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
          .map(i -> found.item(i).getTextContent());
    } catch (Exception e) {
      throw new AssertionError(pom.path(), e);
    }
  }

  private static Pattern word(String artifact) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(artifact) + "(?![\\w-]|\\.\\w)");
  }

  private static void assertNone(Stream<String> faults) {
    assertEquals(List.of(), faults.toList());
  }
}
