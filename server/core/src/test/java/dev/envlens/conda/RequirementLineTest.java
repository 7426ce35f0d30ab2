package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envlens.conda.RequirementLine.Editable;
import dev.envlens.conda.RequirementLine.LocalPath;
import dev.envlens.conda.RequirementLine.Named;
import dev.envlens.conda.RequirementLine.Options;
import dev.envlens.conda.RequirementLine.Url;
import dev.envlens.conda.RequirementLine.Vcs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementLineTest {

  private static RequirementLine line(String text) {
    var parsed = RequirementLine.parse(text);
    return parsed.ok().orElseThrow(() -> new AssertionError(parsed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numpy==1.2                        | Named",
        "numpy==1.2 # why                  | Named",
        "name@https://h/x.whl              | Named",
        "numpy==1.0 --global-option='-x y' | Named",
        "https://h/x-1.0.tar.gz            | Url",
        "https://h/x.whl; os_name=='a'     | Url",
        "https://h/x.whl ; os_name=='a'    | Url",
        "git+https://h/x.git@v1#egg=x      | Vcs",
        "git+ssh://git@h/x.git ; extra=='y' | Vcs",
        "hg+https://h/x                    | Vcs",
        "svn+svn://h/x                     | Vcs",
        "bzr+lp:x                          | -",
        "./x                               | LocalPath",
        "../x[extra]                       | LocalPath",
        ".                                 | LocalPath",
        "/x/y                              | LocalPath",
        "~/x                               | LocalPath",
        "x/y                               | LocalPath",
        "./x ; os_name=='a'                | LocalPath",
        "x-1.0-py3-none-any.whl            | LocalPath",
        "C:\\x\\y                          | LocalPath",
        "..\\x                             | LocalPath",
        "file:///x/y                       | LocalPath",
        "-e .                              | Editable",
        "-e.[dev]                          | Editable",
        "--editable=git+https://h/x#egg=x  | Editable",
        "-e ./x ; os_name=='a'             | Editable",
        "-r requirements.txt               | IncludeRequirements",
        "-rrequirements.txt                | IncludeRequirements",
        "--requirement=requirements.txt    | IncludeRequirements",
        "-c constraints.txt                | Constraints",
        "--constraint constraints.txt      | Constraints",
        "--index-url https://h/simple      | Options",
        "-i https://h/simple               | Options",
        "--pypi-url=https://h/simple       | Options",
        "--extra-index-url=https://h       | Options",
        "--extra-index https://h           | Options",
        "--find-links './my wheels'        | Options",
        "-f ./wheels --no-index            | Options",
        "--pre                             | Options",
        "--prefer-binary                   | Options",
        "--no-binary :all:                 | Options",
        "--only-binary=numpy               | Options",
        "--require-hashes                  | Options",
        "--trusted-host h                  | Options",
        "--use-feature=x                   | Options",
        "--index-url=${INDEX}              | Options",
        "# a comment                       | Blank",
        "``                                | Blank",
      })
  void isOfAKind(String text, String kind) {
    var parsed = RequirementLine.parse(text);
    assertEquals(
        kind, parsed.ok().map(l -> l.getClass().getSimpleName()).orElse("-"), parsed::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numpy«=»1.2 # why              | numpy==1.2 # why",
        "«--extra-index-ulr» https://h  | --extra-index-url https://h",
        "«--requirements» x.txt         | --requirement x.txt",
        "«--something-else»             |",
        "«-x»                           |",
        "«--no-deps»                    |",
        "numpy «-U»                     |",
        "«--pre=yes»                    |",
        "«--index-url»                  |",
        "«--index-url»=                 |",
        "--find-links «'»x              |",
        "-r my «requirements.txt»       |",
        "numpy==1 --hash=«md5:0»        |",
        "numpy==1 --hash=«sha256:0»     |",
        "-e «https://h/x.zip»           |",
        "https://h/x.whl «junk»         |",
        "«git+git@h.com:o/r.git»        | git+ssh://git@h.com/o/r.git",
        "https://h/x.whl ; «os»=='a'    | https://h/x.whl ; \"os\"=='a'",
      })
  void isRefused(String marked, String correction) {
    Marked.refused(marked, correction, RequirementLine::parse);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://u:secret@h/x junk",
        "-e https://u:secret@h/x.zip",
        "--index-ur1 https://u:secret@h",
        "--index https://u:secret@h junk",
        "--pre=https://u:secret@h",
        "numpy==1 --hash=https://u:secret@h",
        "git+u:secret@h:x",
      })
  void neverRepeatsASecret(String text) {
    RequirementLine.parse(text)
        .bad()
        .ifPresentOrElse(
            bad -> assertFalse(bad.message().contains("secret"), bad.message()),
            () -> assertInstanceOf(Options.class, line(text)));
  }

  @Test
  void aRequirementHasItsHashes() {
    var digits = "0".repeat(64);
    var text = "  numpy>=1.2 --hash=sha256:%s --hash sha256:%s".formatted(digits, digits);
    var named = assertInstanceOf(Named.class, line(text));
    assertEquals("numpy", named.requirement().name().range().of(text));
    assertEquals(
        List.of("sha256:" + digits, "sha256:" + digits),
        named.options().stream().map(o -> o.value().orElseThrow().range().of(text)).toList());
    assertEquals(Optional.of(Pinning.Level.EXACT), line(text).pinning().map(Pinning::level));
  }

  @Test
  void optionsHaveTheirLongNamesAndPlainValues() {
    var text = "-f './my wheels' --no-index";
    var options = assertInstanceOf(Options.class, line(text)).options();
    assertEquals(
        List.of("--find-links", "--no-index"), options.stream().map(PipOption::name).toList());
    assertEquals("./my wheels", options.get(0).value().orElseThrow().text());
    assertEquals("'./my wheels'", options.get(0).value().orElseThrow().range().of(text));
    assertEquals("--no-index", options.get(1).range().of(text));
  }

  @Test
  void aRepositoryHasItsParts() {
    var text = "-e git+ssh://git@h/o/r.git@v1.2#egg=thing&subdirectory=x";
    var editable = assertInstanceOf(Editable.class, line(text));
    var reference = assertInstanceOf(Vcs.class, editable.target()).reference();
    assertEquals("v1.2", reference.revision().orElseThrow().range().of(text));
    assertEquals("thing", reference.egg().orElseThrow().range().of(text));
    assertFalse(reference.isCommit());
  }

  @Test
  void aUrlHasItsChecksum() {
    var text = "https://h/x.whl#sha256=0a1b ; os_name=='a'";
    var url = assertInstanceOf(Url.class, line(text));
    assertEquals("0a1b", url.reference().hash().orElseThrow().range().of(text));
    assertEquals("os_name=='a'", url.marker().orElseThrow().range().of(text));
  }

  @Test
  void aPathIsWithoutItsExtras() {
    var text = " ./x[dev] ; os_name=='a'";
    var path = assertInstanceOf(LocalPath.class, line(text));
    assertEquals("./x", path.path().range().of(text));
    assertEquals(Optional.empty(), path.pinning());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numpy | UNPINNED",
        "numpy==1.2 | EXACT",
        "https://h/x.whl | UNPINNED",
        "https://h/x.whl#sha256=0a | EXACT",
        "git+https://h/x@main | UNPINNED",
        "-e git+https://h/x@0123456789abcdef0123456789abcdef01234567 | EXACT",
        "-r x.txt |",
        "--pre |",
        "-e . |",
        "# nothing |",
      })
  void saysHowItIsPinned(String text, Pinning.Level level) {
    assertEquals(Optional.ofNullable(level), line(text).pinning().map(Pinning::level));
  }
}
