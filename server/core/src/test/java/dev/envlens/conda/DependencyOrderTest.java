package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.envlens.yaml.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

  private static List<String> texts(String dependencies) {
    var yaml = Yaml.parse("dependencies: " + dependencies);
    return DependencyOrder.texts(CondaFile.of(yaml.documents().get(0).mapping().orElseThrow()));
  }

  @Test
  void listsThatDifferInOrderAloneAreAlike() {
    assertEquals(
        List.of("a_b=1", "A-c=2", "python", "pip=24", "pip:", "--pre", "x==1", "Y==2", "./z"),
        texts("[pip=24, {pip: [./z, Y==2, --pre, x==1]}, python, A-c=2, a_b=1]"));
    assertEquals(texts("[b, a, {pip: [d, c]}]"), texts("[{pip: [c, d]}, a, b]"));
  }

  @Test
  void anotherSpellingIsAnotherList() {
    assertNotEquals(texts("[a_b]"), texts("[a-b]"));
    assertNotEquals(texts("[a, {pip: [b]}]"), texts("[a, b]"));
  }
}
