package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envlens.link.MemoryFiles;
import dev.envlens.text.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementsNotFoundTest {

  private static final String CONDA =
      """
      channels: [conda-forge]
      dependencies:
        - python=3.11.9
        - pip=24.0
        - pip:
            - %s
      """;

  @Test
  void aFileThatIsNotThere() {
    Check.environment("name: train\nimage: python:3.11\nconda_file: envs/conda.yml\n")
        .with("envs/conda.yml", CONDA.formatted("-r «requirments.txt»"))
        .with("envs/requirements.txt", "numpy==1.26.4\n")
        .finds("requirements-not-found")
        .as(Severity.ERROR)
        .saying(
            "There is no requirements file 'requirments.txt', counted from this file's folder. Did"
                + " you mean 'requirements.txt'?")
        .offering("Use 'requirements.txt' (new hash)", "Create 'requirments.txt'");
  }

  @Test
  void itsFixesWriteAPathNearbyOrMakeTheFile() {
    String conda = CONDA.formatted("\"-r requirments.txt\"  # all");
    var check =
        Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
            .with("conda.yml", conda)
            .with("requirements.txt", "numpy==1.26.4\n");
    var fixes =
        check.findings().stream()
            .filter(finding -> finding.code().equals("requirements-not-found"))
            .flatMap(finding -> finding.fixes().stream())
            .toList();
    var used = assertInstanceOf(Change.Edit.class, fixes.get(0).changes().get(0));
    String mended = conda.replace("requirments", "requirements");
    assertEquals(mended, TextEdit.apply(conda, List.of(used.edit())));
    assertEquals(
        List.of(
            new Change.Create(
                MemoryFiles.uri("requirments.txt"),
                "# One package a line, such as numpy==1.26.4\n")),
        fixes.get(1).changes());
    check.with("conda.yml", mended).ignores("requirements-not-found");
    check
        .with("conda.yml", conda)
        .with("requirments.txt", "# One package a line, such as numpy==1.26.4\n")
        .ignores("requirements-not-found");
  }

  @Test
  void constraintsToo() {
    Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
        .with("conda.yml", CONDA.formatted("-c «limits.txt»"))
        .finds("requirements-not-found");
  }

  @Test
  void oneFaultIsOneFinding() {
    Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
        .with("conda.yml", CONDA.formatted("-r requirements.txt"))
        .ignores("local-path-in-conda");
  }

  @Test
  void aFileThatIsThereIsAnotherMatter() {
    Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
        .with("conda.yml", CONDA.formatted("-r requirements.txt"))
        .with("requirements.txt", "numpy==1.26.4\n")
        .ignores("requirements-not-found");
  }

  @Test
  void aCondaFileByItselfMayBeUsedElsewhere() {
    Check.conda(CONDA.formatted("-r requirements.txt")).ignores("requirements-not-found");
  }
}
