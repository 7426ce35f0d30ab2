package dev.envlens.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.check.NewName;
import dev.envlens.text.TextEdit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenamesTest {

  private static Optional<Renames.Name> at(Workspace workspace) {
    return Renames.at(workspace.askedContents(), workspace.offset());
  }

  private static String renamed(String text, String newName) {
    var contents = new Workspace().with("a.yml", text).contents("a.yml");
    return TextEdit.apply(text, Renames.edits(contents, "train", newName));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: tr<caret>ain\nimage: x:1\n",
        "name: \"train<caret>\"\nimage: x:1\n",
        "command: ls\nenvironment: azureml:<caret>train:3\n",
        "command: ls\nenvironment: 'azureml:train<caret>@latest'\n"
      })
  void aNameCanBeChangedWhereItIsWritten(String marked) {
    var workspace = new Workspace().with("a.yml", marked);
    var name = at(workspace).orElseThrow();
    assertEquals("train", name.text());
    assertEquals("train", name.range().of(workspace.askedText()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: train\nimage: <caret>x:1\n",
        "command: ls\nenvironment: azureml:train:<caret>3\n",
        "command: ls\nenvironment:\n  name: tr<caret>ain\n  image: x:1\n",
        "command: ls\nenvironment: azureml://registries/r/environments/tr<caret>ain/versions/1\n",
        "command: ls\nenvironment: azureml:/subscriptions/s/environments/tr<caret>ain/versions/1\n"
      })
  void nothingElseCan(String marked) {
    assertEquals(Optional.empty(), at(new Workspace().with("a.yml", marked)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: train\\nimage: x:1\\n                          | name: new\\nimage: x:1\\n",
        "name: 'train' # this\\nimage: x:1\\n                 | name: 'new' # this\\nimage: x:1\\n",
        "command: ls\\nenvironment: azureml:train:3\\n        | command: ls\\nenvironment: azureml:new:3\\n",
        "command: ls\\nenvironment: azureml:train@latest\\n   | command: ls\\nenvironment: azureml:new@latest\\n",
        "command: ls\\nenvironment: azureml:training:3\\n     | command: ls\\nenvironment: azureml:training:3\\n",
        "command: ls\\nenvironment: \"azureml:tr\\x61in:3\"\\n | command: ls\\nenvironment: \"azureml:new:3\"\\n"
      })
  void allThatNameItAreEdited(String text, String expected) {
    assertEquals(expected.replace("\\n", "\n"), renamed(text.replace("\\n", "\n"), "new"));
  }

  @Test
  void aNameThatLooksLikeANumberGetsQuotes() {
    assertEquals("name: \"12\"\nimage: x:1\n", renamed("name: train\nimage: x:1\n", "12"));
  }

  @ParameterizedTest
  @CsvSource({"'', needs a name", "a b, can't be", "AzureML-x, kept for Microsoft"})
  void aNameThatTheServiceRefusesIsRefused(String name, String why) {
    var fault = new NewName(name).fault().orElseThrow();
    assertEquals(true, fault.contains(why), fault);
  }

  @Test
  void aGoodNameIsFine() {
    assertEquals(Optional.empty(), new NewName("train-2").fault());
  }
}
