package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.link.FileState;
import dev.envlens.link.MemoryFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LostFileTest {

  private static LostFile lost(String noun, boolean wantsFolder, FileState state) {
    return new LostFile(
        noun,
        wantsFolder,
        MemoryFiles.uri("envs/env.yml"),
        MemoryFiles.uri("envs/sub/x.yml"),
        state,
        MemoryFiles.uri("envs"),
        "./sub/x.yml");
  }

  @Test
  void saysWhereItLookedAndWhatMayHaveBeenMeant() {
    var lost = lost("conda file", false, new FileState.Missing(List.of("y.yml", "../x.yml")));
    assertEquals(
        Optional.of(
            "There is no conda file './sub/x.yml': looked for 'sub/x.yml', counted from this"
                + " file's folder. Did you mean './sub/y.yml' or './x.yml'?"),
        lost.message());
    assertEquals(List.of("./sub/y.yml", "./x.yml"), lost.near());
  }

  @Test
  void saysWhyAFileCannotBeUsed() {
    assertEquals(
        Optional.of("The conda file './sub/x.yml' is a binary file, not text."),
        lost("conda file", false, new FileState.Unreadable("is a binary file, not text"))
            .message());
    assertEquals(
        Optional.of(
            "'./sub/x.yml' is a folder. Name the conda file itself, such as"
                + " './sub/x.yml/conda.yml'."),
        lost("conda file", false, new FileState.Folder()).message());
    assertEquals(
        Optional.of("'./sub/x.yml' is a file. Name the folder that it lies in."),
        lost("folder", true, new FileState.Text("")).message());
  }

  @Test
  void hasNothingToSayOfWhatIsThereOrNotKnownYet() {
    assertEquals(Optional.empty(), lost("conda file", false, new FileState.Text("")).message());
    assertEquals(Optional.empty(), lost("conda file", false, new FileState.Pending()).message());
    assertEquals(Optional.empty(), lost("folder", true, new FileState.Folder()).message());
    assertEquals(Optional.empty(), lost("folder", true, new FileState.Pending()).message());
  }
}
