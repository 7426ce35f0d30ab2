package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldsTest {

  @Test
  void yamlFoldsByItsMappingsListsAndBlocks() {
    assertEquals(
        "1-3# 5-13 6-8 9-13 11-13 14-15",
        Pointed.in(
                "environment.yml",
                """
                # one
                # two
                # three
                name: train
                conda_file:
                  channels:
                    - conda-forge
                    - defaults
                  dependencies:
                    - python=3.11
                    - pip:
                      - a
                      - b
                description: |
                  Text.

                # alone
                image: a
                """)
            .folds());
  }

  @Test
  void aClosingBracketStaysInSight() {
    assertEquals(
        "1-2 4-6",
        Pointed.in(
                "environment.yml",
                """
                tags: {
                  a: b
                }
                dependencies: [
                  a,
                  b]
                """)
            .folds());
  }

  @Test
  void anAliasFoldsNothing() {
    assertEquals("1-2", Pointed.in("a.yml", "a: &x\n  b: c\nd: *x\n").folds());
  }

  @Test
  void aDockerfileFoldsByStageAndInstruction() {
    assertEquals(
        "1-2# 3-5 4-5 6-9 7-9",
        Pointed.in(
                "Dockerfile",
                """
                # one
                # two
                FROM a AS build
                RUN x && \\
                    y
                FROM b
                RUN <<EOF
                z
                EOF
                """)
            .folds());
  }

  @Test
  void aRequirementsFileFoldsByCommentsAndContinuations() {
    assertEquals(
        "1-2# 4-5",
        Pointed.in(
                "requirements.txt",
                """
                # one
                  # two
                a
                b==1 \\
                  --hash=sha256:0
                # alone
                """)
            .folds());
  }

  @Property(tries = 300)
  void everyFoldLiesInTheTextAndBeginsInALineOfItsOwn(@ForAll String text) {
    for (String path : new String[] {"a.yml", "Dockerfile", "requirements.txt"}) {
      var page = Pointed.in(path, text).page();
      var starts = new HashSet<Integer>();
      for (var fold : Folds.of(page)) {
        assertTrue(fold.start() < fold.end() && fold.end() < page.lines().lineCount());
        assertTrue(starts.add(fold.start()));
      }
    }
  }
}
