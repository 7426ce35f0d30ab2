package dev.envlens.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.ReferenceTarget;
import dev.envlens.feature.Installer;
import dev.envlens.feature.KnownFiles;
import dev.envlens.link.MemoryFiles;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceIndexTest {

  private static final URI ASKING = MemoryFiles.uri("asking.yml");

  private static List<String> packages(WorkspaceIndex index, Installer installer) {
    return index.packages(installer, name -> true, ASKING, 10);
  }

  private static String environment(String name, String version) {
    return "name: %s\n%simage: python:3.11\n"
        .formatted(name, version.isEmpty() ? "" : "version: " + version + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "azureml:train:1      | one.yml",
        "azureml:train:2      | two.yml",
        "azureml:train:9      | open.yml",
        "azureml:train@latest | open.yml two.yml",
        "azureml:train        | open.yml two.yml",
        "azureml:nobody:1     | ''",
        "azureml://registries/r/environments/train/versions/1 | ''"
      })
  void aReferenceMeansTheDefinitionsOfItsVersion(String reference, String files) {
    var index =
        new Workspace()
            .with("one.yml", environment("train", "1"))
            .with("two.yml", environment("train", "2"))
            .with("open.yml", environment("train", ""))
            .with("other.yml", environment("other", "1"))
            .index();
    var target = ReferenceTarget.of(MemoryFiles.uri("job.yml"), reference);
    assertEquals(
        files,
        String.join(" ", Workspace.paths(index.definitions((ReferenceTarget.Named) target))));
  }

  @Test
  void definitionsShareAnImageOrDifferInOrderAlone() {
    String conda =
        "channels: [a, b]\ndependencies: [python=3.11, numpy=1.26.4, pip: [x==1, y==2]]\n";
    var workspace =
        new Workspace()
            .with(
                "one.yml", "name: one\nimage: x:1\nconda_file:\n  " + conda.replace("\nd", "\n  d"))
            .with("two.yml", "name: two\nimage: x:1\nconda_file: conda.yml\n")
            .with("conda.yml", conda)
            .with("three.yml", "name: three\nimage: x:1\nconda_file: sorted.yml\n")
            .with(
                "sorted.yml",
                "channels: [b, a]\ndependencies: [pip: [y==2, x==1], numpy=1.26.4, python=3.11]\n")
            .with("four.yml", "name: four\nimage: x:2\nconda_file: sorted.yml\n");
    var index = workspace.index();
    var one = workspace.definition("one.yml").identity();
    assertEquals(
        List.of("one.yml", "two.yml"), Workspace.paths(index.sharing(one.hash().orElseThrow())));
    assertEquals(
        List.of("three.yml"),
        Workspace.paths(index.twins(one.orderFree().orElseThrow(), one.hash().orElseThrow())));
  }

  @Test
  void onlineDeploymentsThatUseADefinitionAreKnown() {
    String schema = "$schema: https://azuremlschemas.azureedge.net/latest/%s.schema.json\n";
    var workspace =
        new Workspace()
            .with("env.yml", environment("serve", "1"))
            .with(
                "blue.yml",
                schema.formatted("managedOnlineDeployment") + "environment: azureml:serve:1\n")
            .with(
                "green.yml",
                "endpoint_name: e\nmodel: azureml:m:1\ninstance_type: s\nenvironment: file:env.yml\n")
            .with(
                "batch.yml",
                schema.formatted("modelBatchDeployment") + "environment: azureml:serve:1\n")
            .with("batch2.yml", "endpoint_name: e\ncompute: c\nenvironment: azureml:serve:1\n")
            .with("job.yml", "command: ls\nenvironment: azureml:serve:1\n");
    assertEquals(
        Optional.of(MemoryFiles.uri("blue.yml")),
        new IndexedServed(workspace.index())
            .by(workspace.contents("env.yml").definitions().get(0)));
    assertEquals(
        List.of(MemoryFiles.uri("blue.yml"), MemoryFiles.uri("green.yml")),
        workspace.index().onlineDeploymentsOf(workspace.definition("env.yml")));
  }

  @Test
  void packagesAreKnownByTheVersionsThatMostAskFor() {
    var index =
        new Workspace()
            .with("a.yml", "dependencies: [Numpy=1.26.4, python>=3.9, pip: [Scikit_Learn==1.0]]\n")
            .with("b.yml", "dependencies: [numpy==1.25.0, pip: [scikit-learn>=1]]\n")
            .with("c.yml", "dependencies: [numpy=1.25.0]\n")
            .index();
    assertEquals(List.of("numpy", "python"), packages(index, Installer.CONDA));
    assertEquals(List.of("scikit-learn"), packages(index, Installer.PIP));
    assertEquals(List.of("1.25.0", "1.26.4"), index.versions(Installer.CONDA, "numpy", ASKING));
    assertEquals(List.of(), index.versions(Installer.CONDA, "python", ASKING));
    assertEquals(List.of("1.0"), index.versions(Installer.PIP, "scikit-learn", ASKING));
  }

  @Test
  void whatOneFileAloneListsIsNotToldToIt() {
    var index =
        new Workspace()
            .with("asking.yml", "dependencies: [num, numpy=1, pip, pandas=2.2.3]\n")
            .with("a.yml", "dependencies: [pandas=2.2.2, pip]\n")
            .index();
    assertEquals(List.of("pandas", "pip"), packages(index, Installer.CONDA));
    assertEquals(List.of("2.2.2"), index.versions(Installer.CONDA, "pandas", ASKING));
    assertEquals(
        List.of("pandas"),
        index.packages(Installer.CONDA, name -> name.startsWith("p"), ASKING, 1));
  }

  @Test
  void environmentsOfOtherFilesInTheOrderOfTheirNames() {
    var index =
        new Workspace()
            .with("a.yml", environment("train", "2"))
            .with("b.yml", environment("serve", ""))
            .with("asking.yml", "command: x\nenvironment: azureml:tra:1\n")
            .with(
                "job.yml",
                "command: x\nenvironment: azureml://registries/r/environments/e/versions/1\n")
            .index();
    var files = new IndexedFiles(index, ASKING);
    assertEquals(
        List.of("serve", "train", "e"),
        files.environments(name -> true, 10).stream().map(known -> known.name()).toList());
    assertEquals(List.of(), files.environments(name -> name.equals("tra"), 10));
    assertEquals(Optional.of(KnownFiles.Held.ENVIRONMENT), files.held(MemoryFiles.uri("a.yml")));
    assertEquals(Optional.of(KnownFiles.Held.OTHER), files.held(MemoryFiles.uri("job.yml")));
    assertEquals(Optional.empty(), files.held(MemoryFiles.uri("none.yml")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"tr | train retrain trial-2", "TRAIN | train retrain", "tl | trial-2", "x | ''"})
  void environmentsAreFoundByTheLettersOfTheirName(String query, String names) {
    var index =
        new Workspace()
            .with("a.yml", environment("retrain", ""))
            .with("b.yml", environment("train", ""))
            .with("c.yml", environment("trial-2", ""))
            .with("d.yml", "command: ls\nenvironment:\n  name: train\n  image: x:1\n")
            .index();
    assertEquals(
        names.isEmpty() ? Set.of() : Set.of(names.split(" ")),
        Set.copyOf(
            index.matching(query, 10).stream()
                .map(definition -> definition.name().orElseThrow())
                .toList()));
  }

  @Test
  void theBestNameComesFirst() {
    var index =
        new Workspace()
            .with("a.yml", environment("retrain", ""))
            .with("b.yml", environment("train", ""))
            .index();
    assertEquals(List.of("b.yml", "a.yml"), Workspace.paths(index.matching("train", 10)));
    assertEquals(List.of("b.yml"), Workspace.paths(index.matching("train", 1)));
  }

  @Test
  void usersOfUsersLeadToAFileToo() {
    var index =
        new Workspace()
            .with("env.yml", "name: a\nimage: x:1\nconda_file: conda.yml\n")
            .with("conda.yml", "dependencies: [pip: [-r requirements.txt]]\n")
            .index();
    var requirements = MemoryFiles.uri("requirements.txt");
    assertEquals(
        List.of(MemoryFiles.uri("conda.yml")),
        index.sitesOf(requirements).stream().map(Site::file).toList());
    assertEquals(
        Set.of(MemoryFiles.uri("conda.yml"), MemoryFiles.uri("env.yml")),
        index.allUsersOf(requirements));
  }

  @Test
  void whatIsForgottenOrReplacedLeavesNothingBehind() {
    var workspace =
        new Workspace()
            .with("env.yml", "name: a\nimage: x:1\nconda_file: {dependencies: [numpy=1.0.0]}\n")
            .with("job.yml", "command: ls\nenvironment: azureml:a:1\n");
    var index = workspace.index();
    var before = workspace.definition("env.yml");
    workspace.with("env.yml", "name: b\nimage: x:2\n");
    workspace.put(index, "env.yml");
    index.remove(MemoryFiles.uri("job.yml"));
    assertEquals(List.of(), index.definitions("a"));
    assertEquals(List.of("env.yml"), Workspace.paths(index.definitions("b")));
    assertEquals(List.of(), index.sharing(before.identity().hash().orElseThrow()));
    assertEquals(List.of(), packages(index, Installer.CONDA));
    assertEquals(List.of(), index.references("a"));
    assertEquals(Set.of(), index.filesNaming("a"));
    assertEquals(Set.of(MemoryFiles.uri("env.yml")), index.files());
    assertEquals(Optional.empty(), index.of(MemoryFiles.uri("job.yml")));
  }

  @Test
  void beyondItsCapacityItTakesNoMoreFiles() {
    var workspace =
        new Workspace().with("a.yml", environment("a", "")).with("b.yml", environment("b", ""));
    var index = new WorkspaceIndex(1);
    assertTrue(workspace.put(index, "a.yml"));
    assertFalse(workspace.put(index, "b.yml"));
    assertTrue(workspace.put(index, "a.yml"), "what it knows may change");
    assertEquals(Set.of(MemoryFiles.uri("a.yml")), index.files());
  }
}
