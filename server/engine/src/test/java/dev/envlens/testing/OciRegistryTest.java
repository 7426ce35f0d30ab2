package dev.envlens.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OciRegistryTest {

  @Test
  void takesAnImageAndGivesItBack() {
    var engine = DockerEngine.shared();
    engine.base("kept:1", Map.of());
    String name = OciRegistry.shared().address() + "/kept:1";
    engine.docker("tag", "kept:1", name);
    engine.docker("push", name);
    engine.docker("rmi", name);
    assertTrue(engine.docker("pull", name).contains("sha256:"));
  }
}
