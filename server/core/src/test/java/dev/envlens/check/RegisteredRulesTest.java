package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code changed-since-registered} and {@code version-taken}. */
class RegisteredRulesTest {

  private static final String IMAGE = "name: train\nimage: mcr.microsoft.com/a/b:%s\n";

  private static final Facts WORKSPACE =
      Answered.nothing()
          .with("train", "1", IMAGE.formatted("1"))
          .with("train", "3", IMAGE.formatted("3"))
          .facts();

  private static Check environment(String marked) {
    return Check.environment(marked).knowing(WORKSPACE);
  }

  @Test
  void anEditIsToldWithWhatRegisteringMakesOfIt() {
    environment("«name»: train\nimage: mcr.microsoft.com/a/b:4\n")
        .finds("changed-since-registered")
        .as(Severity.INFORMATION)
        .unfixed()
        .saying(
            "'train' differs from the registered 'train:3': image: mcr.microsoft.com/a/b:3 →"
                + " mcr.microsoft.com/a/b:4. Registering it makes version 4.");
  }

  @Test
  void aVersionThatIsAskedForIsTheOneThatIsMade() {
    environment("«name»: train\nversion: 7\nimage: mcr.microsoft.com/a/b:4\n")
        .finds("changed-since-registered")
        .mentioning("Registering it makes version 7.");
  }

  @Test
  void manyDifferencesAreCounted() {
    var workspace =
        Answered.nothing()
            .with(
                "train",
                "1",
                """
                image: a/b:1
                conda_file: {channels: [c], dependencies: [python=3.12, a=1, b=1, c=1, d=1, e=1]}
                """);
    Check.environment(
            """
            «name»: train
            image: a/b:1
            conda_file: {channels: [c], dependencies: [python=3.12, a=2, b=2, c=2, d=2, e=2]}
            """)
        .knowing(workspace.facts())
        .finds("changed-since-registered")
        .mentioning("'train:1': a: 1 → 2, b: 1 → 2, c: 1 → 2 and 2 more.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: train\nimage: mcr.microsoft.com/a/b:3\ntags: {team: a}\n",
        "name: train\nversion: 1\nimage: mcr.microsoft.com/a/b:1\n",
        "name: other\nimage: mcr.microsoft.com/a/b:3\n",
        "name: train\nimage: '{{image}}'\n",
        """
        $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
        environment:
          name: train
          image: mcr.microsoft.com/a/b:9
        """,
      })
  void whatIsTheSameOrNotKnownIsNoEdit(String text) {
    environment(text).ignores("changed-since-registered").ignores("version-taken");
  }

  @Test
  void anArchivedVersionIsNotTheNewest() {
    var workspace =
        Answered.nothing()
            .with("train", "1", IMAGE.formatted("1"))
            .withArchived("train", "2", IMAGE.formatted("2"));
    Check.environment("«name»: train\nimage: mcr.microsoft.com/a/b:2\n")
        .knowing(workspace.facts())
        .finds("changed-since-registered")
        .mentioning("'train:1'")
        .mentioning("makes version 3");
  }

  @Test
  void nothingIsSaidBeforeTheWorkspaceHasAnswered() {
    Check.environment("name: train\nversion: 1\nimage: mcr.microsoft.com/a/b:4\n")
        .ignores("changed-since-registered")
        .ignores("version-taken")
        .ignores("order-only-change");
  }

  @Test
  void aVersionOfAnotherDefinitionIsTaken() {
    environment("name: train\nversion: «3»\nimage: mcr.microsoft.com/a/b:4\n")
        .finds("version-taken")
        .as(Severity.ERROR)
        .mentioning("'train:3' is registered with another hash")
        .mentioning(": image: mcr.microsoft.com/a/b:")
        .fixedBy(
            "Set the version to 4", "name: train\nversion: 4\nimage: mcr.microsoft.com/a/b:4\n");
  }

  @Test
  void aQuotedVersionStaysQuoted() {
    environment("name: train\nversion: «\"1\"» # the first\nimage: mcr.microsoft.com/a/b:4\n")
        .finds("version-taken")
        .fixedBy(
            "Set the version to 4",
            "name: train\nversion: \"4\" # the first\nimage: mcr.microsoft.com/a/b:4\n");
  }

  @Test
  void aTakenVersionLeavesItsMarkOnTheEditToo() {
    assertEquals(
        1,
        environment("name: train\nversion: 3\nimage: mcr.microsoft.com/a/b:4\n").findings().stream()
            .filter(finding -> finding.code().equals("changed-since-registered"))
            .filter(finding -> finding.message().endsWith("Registering it takes another version."))
            .count());
  }
}
