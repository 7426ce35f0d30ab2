package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

  private static Requirement requirement(String text) {
    var parsed = Requirement.parse(text);
    return parsed.ok().orElseThrow(() -> new AssertionError(parsed));
  }

  /** {@code -} stands for a part that isn't there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A                                | A     | - | - | - | -",
        "A.B-C_D                          | A.B-C_D | - | - | - | -",
        "name<=1                          | name  | - | <=1 | - | -",
        "name>=3,<2                       | name  | - | >=3,<2 | - | -",
        "name >= 3 , < 2                  | name  | - | >= 3 , < 2 | - | -",
        "name>=3,                         | name  | - | >=3 | - | -",
        "name (>=3,<4)                    | name  | - | >=3,<4 | - | -",
        "name()                           | name  | - | - | - | -",
        "name[]                           | name  | - | - | - | -",
        "name[quux, strange]==1           | name  | quux+strange | ==1 | - | -",
        "name@http://foo.com              | name  | - | - | http://foo.com | -",
        "name @ ./wheels/x.whl            | name  | - | - | ./wheels/x.whl | -",
        "name [fred,bar] @ http://foo.com ; python_version=='2.7'"
            + "                             | name | fred+bar | - | http://foo.com | python_version=='2.7'",
        "name; os_name=='a' or os_name=='b' and (os_name=='c')"
            + "                             | name | - | - | - | os_name=='a' or os_name=='b' and (os_name=='c')",
        "name==1 ; 'linux' in sys_platform | name | - | ==1 | - | 'linux' in sys_platform",
        "name; extra not  in 'x'          | name  | - | - | - | extra not  in 'x'",
        "name; os.name ~= '1'             | name  | - | - | - | os.name ~= '1'",
        "name===1.0-foo                   | name  | - | ===1.0-foo | - | -",
      })
  void hasParts(
      String text, String name, String extras, String version, String url, String marker) {
    var requirement = requirement(text);
    assertEquals(name, requirement.name().text());
    assertEquals(name, requirement.name().range().of(text));
    var found = requirement.extras().stream().map(Part::text).collect(Collectors.joining("+"));
    assertEquals(extras, found.isEmpty() ? "-" : found);
    assertEquals(version, requirement.version().map(range -> range.of(text)).orElse("-"));
    assertEquals(url, requirement.reference().map(r -> r.url().text()).orElse("-"));
    assertEquals(marker, requirement.marker().map(m -> m.range().of(text)).orElse("-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numpy«=»1.2                  | numpy==1.2",
        "numpy«=>»1                   | numpy>=1",
        "numpy «= =» 1.2              | numpy == 1.2",
        "numpy«=»1.2=py_0             | numpy==1.2",
        "numpy «1.2»                  | numpy==1.2",
        "numpy>=1 «<»2                | numpy>=1, <2",
        "numpy>=1,«,»<2 | numpy>=1,<2",
        "numpy«,»                     | numpy",
        "numpy«(»>=1                  | numpy(>=1)",
        "numpy («1.0)»                |",
        "numpy«==*»                   | numpy",
        "numpy>=«1.*»                 | numpy>=1",
        "numpy==«\"1.2\"»             | numpy==1.2",
        "«'numpy==1.2'»               | numpy==1.2",
        "numpy«:1.2»                  | numpy==1.2",
        "«conda-forge::»numpy         | numpy",
        "numpy«[»a                    |",
        "numpy«[a b]»                 |",
        "numpy«[a,]»                  |",
        "numpy[a] «b»                 |",
        "numpy «@»                    |",
        "numpy «@ 1.2»                | numpy ==1.2",
        "numpy @ http://h/x«;» os_name=='a' | numpy @ http://h/x ; os_name=='a'",
        "numpy @ http://h/x «y»       |",
        "numpy «http://h/x»           |",
        "numpy«;»                     | numpy",
        "numpy; python_version>«3»    | numpy; python_version>\"3\"",
        "numpy; python_version«=»'3'  | numpy; python_version=='3'",
        "numpy; «python_verson»>'3'   | numpy; python_version>'3'",
        "numpy; python_version«»      |",
        "numpy; python_version>«'»3   |",
        "numpy; «(»os_name=='a'       |",
        "numpy; os_name=='a' «'b'»    |",
        "numpy; os_name=='a' and «»   |",
        "numpy; os_name not «'a'»     |",
        "«=»1.2                       |",
        "«»                           |",
        "«-x»                         |",
        "«numpy-»                     |",
      })
  void isRefused(String marked, String correction) {
    Marked.refused(marked, correction, Requirement::parse);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"numpy https://u:secret@h/x", "numpy==1 https://u:secret@h", "numpy==a://secret"})
  void neverRepeatsASecret(String text) {
    var bad = Requirement.parse(text).bad().orElseThrow();
    assertFalse(bad.message().contains("secret"), bad.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numpy                | UNPINNED | whatever is newest at build time",
        "numpy==1.2           | EXACT    | exactly version 1.2",
        "numpy===1.2-x        | EXACT    | exactly version 1.2-x",
        "numpy>=1,==1.2       | EXACT    | exactly version 1.2",
        "numpy==1.2.*         | RANGE    | any 1.2.x",
        "numpy>=1,<2          | RANGE    | any version from 1 up to but not including 2",
        "numpy~=1.2           | RANGE    | any 1.x, from 1.2 on",
        "x @ https://h/x.whl  | UNPINNED "
            + "| whatever the URL gives at build time (without a checksum, the file can change)",
        "x @ https://h/x.whl#egg=x&sha256=0aF | EXACT | exactly the file with this checksum",
        "x @ git+https://h/x  | UNPINNED | the newest commit at build time",
        "x @ git+ssh://git@h/x@feature/y | UNPINNED "
            + "| whatever 'feature/y' points at (a tag or branch can move)",
        "x @ git+https://h/x@0123456789abcdef0123456789abcdef01234567#egg=x"
            + "| EXACT | exactly this commit",
        "x @ git+https://h/x@0123456 | UNPINNED "
            + "| whatever '0123456' points at (a tag or branch can move)",
        "x @ svn+https://h/x@2019 | EXACT | exactly this commit",
      })
  void saysHowItIsPinned(String text, Pinning.Level level, String reason) {
    assertEquals(new Pinning(level, reason), requirement(text).pinning());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"numpy==1.* | true", "numpy>1 | true", "numpy | false", "numpy==1 | false"})
  void isLooseWithARange(String text, boolean loose) {
    assertEquals(loose, requirement(text).isLoose());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "["})
  void deepNestingEnds(String bracket) {
    var marker = bracket.equals("(") ? "numpy; " : "numpy";
    assertTrue(Requirement.parse(marker + bracket.repeat(100_000)).bad().isPresent());
  }
}
