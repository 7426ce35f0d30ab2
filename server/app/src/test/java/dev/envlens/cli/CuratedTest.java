package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CuratedTest {

  @TempDir Path folder;

  private Desk desk;

  @BeforeEach
  void sources() throws IOException {
    desk = new Desk(folder);
    asset("fruit", "{{asset.version}}", "auto", "A fruit.");
    asset("stone", "7", "7", "DEPRECATED : Please use fruit");
    write("assets/other/asset.yaml", "name: other\ntype: component\n");
    write("assets/broken/asset.yaml", "name: broken\ntype: environment\nspec: ../../../x.yaml\n");
  }

  private void asset(String name, String version, String given, String description)
      throws IOException {
    String at = "assets/" + name + "/";
    write(
        at + "asset.yaml",
        "name: %s\nversion: %s\ntype: environment\nspec: spec.yaml\nextra_config: environment.yaml\n"
            .formatted(name, given));
    write(
        at + "spec.yaml",
        """
        name: "{{asset.name}}"
        version: "%s"
        description: >-
          %s
        build:
          path: "{{image.context.path}}"
          dockerfile_path: "{{image.dockerfile.path}}"
        """
            .formatted(version, description));
    write(
        at + "environment.yaml",
        """
        image:
          name: azureml/curated/%s
          context:
            dir: context
            dockerfile: Dockerfile
          publish:
            location: mcr
        """
            .formatted(name));
    write(
        at + "context/Dockerfile",
        """
        FROM mcr.microsoft.com/azureml/base:{{latest-image-tag}}
        COPY conda.yaml .
        RUN conda env create -f conda.yaml
        """);
    write(
        at + "context/conda.yaml",
        """
        channels:
        - conda-forge
        dependencies:
        - python=3.10
        - numpy=1.26.4
        - pip=25.0
        - pip:
          - azureml-core=={{latest-pypi-version}}
        """);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void updateReadsACheckoutAndSaysWhatItLeftOut() {
    var answer = desk.run("curated", "update", "assets").exits(0);
    assertTrue(answer.err().contains("left out: broken lacks its spec"), answer.err());
    assertTrue(answer.err().contains("read 2 environments, left out 1"), answer.err());
    var listed = desk.run("curated", "list", "--format", "json").exits(0).json();
    assertTrue(listed.valueStream().anyMatch(one -> one.path("name").asString().equals("fruit")));
  }

  @Test
  void whatIsDeprecatedIsMarked() {
    desk.run("curated", "update", "assets").exits(0);
    String list = desk.run("curated", "list").exits(0).out();
    assertTrue(
        list.lines().anyMatch(line -> line.matches("stone +7 +deprecated: use fruit")), list);
    String shown = desk.run("curated", "show", "fruit").exits(0).out();
    assertTrue(shown.contains("azureml-core==…"), shown);
    desk.run("curated", "show", "froot").exits(2);
  }

  @Test
  void anEditOfWhatWasMadeIsFoundInACopyToo() throws IOException {
    desk.run("curated", "update", "assets").exits(0);
    desk.run("new", "mine", "--from", "curated:stone").exits(0);
    Path dockerfile = folder.resolve("mine/context/Dockerfile");
    assertEquals("FROM mcr.microsoft.com/azureml/curated/stone:7\n", Files.readString(dockerfile));
    Files.writeString(dockerfile, "RUN apt-get update\n", java.nio.file.StandardOpenOption.APPEND);
    assertTrue(findings("mine").contains("curated-edit"));
    Path copy = folder.resolve("clone");
    Files.createDirectories(copy.resolve("context"));
    Files.copy(folder.resolve("mine/environment.yml"), copy.resolve("environment.yml"));
    Files.copy(dockerfile, copy.resolve("context/Dockerfile"));
    assertTrue(findings("clone").contains("curated-edit"));
    Files.writeString(dockerfile, "FROM mcr.microsoft.com/azureml/curated/stone:7\n");
    assertFalse(findings("mine").contains("curated-edit"));
  }

  @Test
  void whatWasMadeIsComparedWithTheCuratedOne() throws IOException {
    desk.run("curated", "update", "assets").exits(0);
    desk.run("new", "mine", "--from", "curated:stone").exits(0);
    desk.run("diff", "curated:stone:7", "mine/environment.yml").exits(0);
    Path dockerfile = folder.resolve("mine/context/Dockerfile");
    Files.writeString(dockerfile, "RUN apt-get update\n", java.nio.file.StandardOpenOption.APPEND);
    assertEquals(
        "Dockerfile: changed from line 2 on\n",
        desk.run("diff", "curated:stone", "mine/environment.yml").exits(1).out());
    var unknown = desk.run("diff", "curated:stoen", "mine/environment.yml").exits(2);
    assertTrue(unknown.err().contains("did you mean 'stone'"), unknown.err());
  }

  @Test
  void sourcesMayBeFilledInButNotEdited() throws IOException {
    desk.run("curated", "update", "assets").exits(0);
    desk.run("new", "mine", "--from", "curated:fruit", "--source", "assets").exits(0);
    Path conda = folder.resolve("mine/context/conda.yaml");
    Path dockerfile = folder.resolve("mine/context/Dockerfile");
    Files.writeString(
        dockerfile, Files.readString(dockerfile).replace("{{latest-image-tag}}", "20260901.v1"));
    assertFalse(findings("mine").contains("curated-edit"));
    Files.writeString(conda, Files.readString(conda).replace("numpy=1.26.4", "numpy=2.0.0"));
    assertTrue(findings("mine").contains("curated-edit"));
  }

  private String findings(String path) {
    return desk.run("check", path, "--format", "json", "--fail-on", "never").exits(0).out();
  }
}
