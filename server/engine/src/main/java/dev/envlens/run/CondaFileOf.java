package dev.envlens.run;

import dev.envlens.definition.Conda;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.link.FileState;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.FolderExport;
import dev.envlens.workspace.Workspace;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The conda file of a registered version, for a program that reads one. */
final class CondaFileOf {

  private static final String NAME = ".envlens-conda.yml";

  private CondaFileOf() {}

  /**
   * Writes the files of {@code version} to {@code folder}, and among them one that holds what its
   * hash is made of: without a name or prefix of its own, and where paths of requirements files
   * lead from.
   */
  static Path version(EnvironmentVersion version, Workspace workspace, Path folder)
      throws IOException {
    Path yaml = new FolderExport(workspace).write(version, folder);
    JsonNode conda = JsonMapper.shared().readTree(version.content().canonicalJson()).path("conda");
    if (conda instanceof ObjectNode object && object.path("channels").isEmpty()) {
      object.remove("channels");
    }
    Path file = place(yaml).resolve(NAME);
    return Files.writeString(file, JsonMapper.shared().writeValueAsString(conda)); // JSON is YAML
  }

  /** The folder that the conda definition's paths are relative to. */
  private static Path place(Path yaml) {
    var disk = new DiskSurroundings(Yaml.DEFAULT_MAX_LENGTH);
    Optional<Path> linked =
        disk.file(FileUris.of(yaml)) instanceof FileState.Text text
            ? Contents.of(new Source(FileUris.of(yaml), Yaml.parse(text.text())), disk)
                .definitions()
                .stream()
                .findFirst()
                .flatMap(Definition::effectiveConda)
                .filter(Conda.Linked.class::isInstance)
                .flatMap(conda -> ((Conda.Linked) conda).target())
                .flatMap(FileUris::toPath)
            : Optional.empty();
    return linked.map(Path::getParent).orElseGet(yaml::getParent);
  }
}
