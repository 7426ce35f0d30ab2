package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.check.Answered;
import dev.envlens.check.Change;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.link.MemoryFiles;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredUseTest {

  private static final Answered WORKSPACE =
      Answered.nothing()
          .with("train", "3", "image: a/b:1\n")
          .withArchived("old", "1", "image: a/b:2\n");

  private static List<Refactoring> offered(String marked) {
    String text = marked.replace("<caret>", "");
    var files = new MemoryFiles();
    files.with("environment.yml", "name: train\nversion: 9\nimage: a/b:1\n");
    var source = new Source(MemoryFiles.uri("job.yml"), Yaml.parse(text));
    return Refactorings.ofRegistered(
        Contents.of(source, files), TextRange.at(marked.indexOf("<caret>")), files, WORKSPACE);
  }

  private static String applied(String marked) {
    var found = offered(marked);
    assertEquals(
        List.of("Use registered train:3"), found.stream().map(it -> it.fix().title()).toList());
    List<TextEdit> edits =
        found.get(0).fix().changes().stream().map(change -> ((Change.Edit) change).edit()).toList();
    return TextEdit.apply(marked.replace("<caret>", ""), edits);
  }

  @Test
  void anEnvironmentThatIsWrittenOutIsNamed() {
    assertEquals(
        "type: command\nenvironment: azureml:train:3\ncompute: c\n",
        applied("type: command\n<caret>environment:\n  image: a/b:1 # one\ncompute: c\n"));
  }

  @Test
  void oneInBracketsToo() {
    assertEquals(
        "{\"type\": \"command\", \"environment\": \"azureml:train:3\"}",
        applied("{\"type\": \"command\", \"<caret>environment\": {\"image\": \"a/b:1\"}}"));
  }

  @Test
  void aFileIsNamedByWhatItIs() {
    assertEquals(
        "type: command\nenvironment: azureml:train:3 # this\n",
        applied("type: command\nenvironment: file:<caret>./environment.yml # this\n"));
  }

  @Test
  void whatIsNotRegisteredOrWasPutAwayIsNot() {
    assertEquals(List.of(), offered("type: command\n<caret>environment:\n  image: a/b:2\n"));
    assertEquals(List.of(), offered("type: command\n<caret>environment:\n  image: a/b:3\n"));
    assertEquals(List.of(), offered("type: command\nenvironment: azureml:<caret>train:3\n"));
    assertEquals(List.of(), offered("type: comm<caret>and\nenvironment:\n  image: a/b:1\n"));
  }
}
