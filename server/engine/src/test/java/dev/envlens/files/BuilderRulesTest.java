package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Among the cases are the examples of Docker's documentation and of Go's {@code filepath.Match}.
 */
class BuilderRulesTest {

  private static boolean excludes(String rules, String path) throws ContextFault {
    return BuilderRules.parse(rules.replace(' ', '\n')).excludes(path);
  }

  @ParameterizedTest
  @CsvSource({
    // Docker's documentation
    "*/temp*, somedir/temporary.txt",
    "*/temp*, somedir/temp",
    "*/*/temp*, somedir/subdir/temporary.txt",
    "temp?, tempa",
    "**/*.go, main.go",
    "**/*.go, a/b/main.go",
    "*.md !README.md, NOTES.md",
    "*.md !README*.md README-secret.md, README-secret.md",
    "/foo/bar, foo/bar",
    "foo/bar/, foo/bar/x",
    "./foo/../bar, bar",
    // all that is in a folder
    "docs, docs/a/b.md",
    "docs !docs/README.md, docs/other.md",
    "**/dir, x/dir/file",
    "**/dir2/*, dir/dir2/file",
    "**/dir2/**, dir/dir2/dir3/file",
    // two stars
    "**, file",
    "**, dir/file",
    "**/, dir/file",
    "**/**, dir/file",
    "dir/**, dir/dir2/file",
    "**file, dir/dir/file",
    "**file, dir/profile",
    "**/file*.txt*, dir/dir/file.txt",
    "**/**/*.txt, file.txt",
    "a**/*.txt, a/dir/dir/file.txt",
    "a/*.txt**, a/file.txt",
    "** !util/docker/web util/docker/web/foo, util/docker/web/foo",
    // Go's filepath.Match
    "a*b*c*d*e*/f, axbxcxdxexxx/f",
    "a*b?c*x, abxbbxdbxebxczzx",
    "ab[b-d], abc",
    "ab[^e-g], abc",
    "a?b, a☺b",
    "[a-ζ]*, α",
    "[\\]a], ]",
    "[x\\-], -",
    "a\\*b, a*b",
    "a.|)$(}+{bc, a.|)$(}+{bc",
    "!x x, x",
  })
  void leavesOut(String rules, String path) throws ContextFault {
    assertTrue(excludes(rules, path));
  }

  @ParameterizedTest
  @CsvSource({
    "*/temp*, temporary.txt",
    "*/*/temp*, somedir/temporary.txt",
    "temp?, temp",
    "*.md !README.md, README.md",
    "*.md, docs/x.md",
    "*.md README-secret.md !README*.md, README-secret.md",
    "docs !docs/README.md, docs/README.md",
    "docs/* !docs/README.md, docs/README.md",
    "foo, a/foo",
    "dir/**, dir",
    "**/.foo, bar.foo",
    "**/profile, dir/file",
    "**/**/*.txt2, dir/file.txt",
    "a/*.txt, a/dir/file.txt",
    "abc.def, abcZdef",
    "** !util/docker/web, util/docker/web/foo",
    "** !dist/*.whl, dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl",
    "* !**/keep.txt, a/b/keep.txt",
    "a*/b, a/c/b",
    "ab[^b-d], abc",
    "a???b, a☺b",
    "*[a-ζ], A",
    "a[b-d]e, aae",
    "., x",
    "/, x",
    "../x, x",
  })
  void keeps(String rules, String path) throws ContextFault {
    assertFalse(excludes(rules, path));
  }

  @Test
  void commentsStartALineAndWhiteSpaceDoesNotCount() throws ContextFault {
    BuilderRules rules =
        BuilderRules.parse("\uFEFF# note\r\n\r\n  *.log \r\n! keep.log\r\n #x\r\n");
    assertTrue(rules.excludes("a.log"));
    assertFalse(rules.excludes("keep.log"));
    assertTrue(rules.excludes("#x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!", "[", "[]a]", "[-]", "[x-]", "[-x]", "[a-b-c]", "a\\", "[^", "[^bc", "a[", "[z-a]", "[]"
      })
  void aLineThatIsNoPatternIsNamed(String rule) {
    ContextFault fault =
        assertThrows(ContextFault.class, () -> BuilderRules.parse("ok\n" + rule + "\n"));
    assertTrue(
        fault.getMessage().startsWith("line 2 of .dockerignore, '" + rule + "', is no pattern"));
  }

  @ParameterizedTest
  @CsvSource({"a, a, true", "a, a/b, true", "a !a/b, a, false", "b, a, false"})
  void aFolderIsPassedOverWhenNothingInItComesBack(String rules, String folder, boolean over)
      throws ContextFault {
    assertEquals(over, BuilderRules.parse(rules.replace(' ', '\n')).excludesAllBelow(folder));
  }
}
