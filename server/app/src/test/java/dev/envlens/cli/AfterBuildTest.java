package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.testing.DockerEngine;
import dev.envlens.testing.OciRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands know of an image once it was built. */
class AfterBuildTest {

  private static final DockerEngine ENGINE = DockerEngine.shared();

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk =
        new Desk(folder, UnaryOperator.identity())
            .with("DOCKER_HOST", ENGINE.host())
            .with("DOCKER_CONFIG", folder.toString())
            .with("HOME", folder.toString());
  }

  private static String numpy(String prefix) {
    return "RUN mkdir -p %s/conda-meta && echo '{\"name\": \"numpy\", \"version\": \"1.26.4\"}' > %s/conda-meta/numpy-1.26.4-0.json\n"
        .formatted(prefix, prefix);
  }

  @Test
  void aBaseImageThatMovedSinceIsSaidWhereTheWorkspaceIsNamed() {
    String base = OciRegistry.shared().address() + "/after/moving";
    ENGINE.base(base + ":1", Map.of("/etc/base", "old\n"));
    ENGINE.docker("push", base + ":1");
    desk.file("environment.yml", "name: train\nversion: 1\nimage: %s:1\n".formatted(base));
    var built = desk.run("build", "--workspace", "ws.db", "environment.yml").exits(0);
    assertTrue(built.err().contains("Reading what is in azureml/azureml_"), built.err());
    var before = desk.run("check", "--workspace", "ws.db", "environment.yml");
    assertFalse(before.out().contains("unpinned-rebuild"), before.out());

    ENGINE.base(base + ":1", Map.of("/etc/base", "new\n"));
    ENGINE.docker("push", base + ":1");
    var after = desk.run("check", "--workspace", "ws.db", "environment.yml");
    assertTrue(after.out().contains("unpinned-rebuild"), after.out());
    assertTrue(after.out().contains("means another image than on"), after.out());
    assertTrue(after.out().contains("Pin to sha256:"), "what the tag means now: " + after.out());
    var unasked = desk.run("check", "environment.yml");
    assertFalse(unasked.out().contains("unpinned-rebuild"), unasked.out());
    assertFalse(unasked.out().contains("Pin to sha256:"), unasked.out());
  }

  @Test
  void whatWasPulledIsReadAndWhatIsGoneHasACost() {
    String registry = OciRegistry.shared().address();
    ENGINE.base("after/cli:1", Map.of());
    desk.file("environment.yml", "name: train\nbuild: {path: context}\n")
        .file("context/Dockerfile", "FROM after/cli:1\n" + numpy("/azureml-envs/own"));
    String reference =
        desk.run("build", "--push", "--registry", registry, "environment.yml", "--format", "json")
            .exits(0)
            .json()
            .get("reference")
            .asString();
    ENGINE.docker("rmi", reference, registry + "/" + reference);
    var pulled =
        desk.run("build", "--workspace", "new.db", "--registry", registry, "environment.yml")
            .exits(0);
    assertTrue(pulled.out().startsWith("Pulled "), pulled.out());
    assertTrue(pulled.err().contains("Reading what is in azureml/azureml_"), pulled.err());

    var cached = desk.run("status", "environment.yml").exits(0);
    assertFalse(cached.out().contains("A build would take"), cached.out());
    ENGINE.docker("rmi", reference, registry + "/" + reference);
    var missing = desk.run("status", "environment.yml").exits(1);
    assertTrue(
        missing.out().contains("A build would take one step: run 2 steps of the Dockerfile."),
        missing.out());
    assertTrue(missing.out().contains("The last build took "), missing.out());
    var elsewhere = desk.run("status", "--workspace", "none.db", "environment.yml").exits(1);
    assertFalse(elsewhere.out().contains("The last build took "), elsewhere.out());
  }
}
