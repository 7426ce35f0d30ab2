package dev.envlens.check;

import dev.envlens.curated.Curated;
import dev.envlens.curated.CuratedFiles;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class CuratedNameTest {

  private static final Facts FACTS =
      new Facts(LocalDate.of(2026, 6, 1)).knowing(Curated::catalogue);

  @Test
  void anotherDefinitionCantHaveTheName() {
    Check.environment(
            """
            name: «fruit»
            image: python:3.12
            """)
        .knowing(FACTS)
        .finds("curated-name")
        .as(Severity.ERROR)
        .saying(
            "'fruit' is the name of a curated environment, and this definition is another one: it"
                + " can't be submitted under that name. Choose a name of your own.")
        .fixedBy(
            "Rename to 'fruit-custom'",
            """
            name: fruit-custom
            image: python:3.12
            """);
  }

  @Test
  void aWorkspacesNameIsSaidOnce() {
    Check.environment("name: «AzureML-fruit»\nimage: python:3.12\n")
        .knowing(FACTS)
        .ignores("reserved-name")
        .finds("curated-name")
        .offering("Rename to 'fruit-custom'");
  }

  @Test
  void theCuratedDefinitionItselfMayHaveIt() {
    var files = CuratedFiles.of(Curated.fruit(), "9", "fruit").files();
    Check.file(CuratedFiles.ENVIRONMENT, files.get(CuratedFiles.ENVIRONMENT))
        .with("context/Dockerfile", files.get("context/Dockerfile"))
        .knowing(FACTS)
        .findsNothing();
  }

  @Test
  void othersAreFree() {
    Check.environment("name: vegetable\nimage: python:3.12\n")
        .knowing(FACTS)
        .ignores("curated-name");
  }
}
