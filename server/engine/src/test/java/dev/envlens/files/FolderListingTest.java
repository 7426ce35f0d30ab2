package dev.envlens.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envlens.link.Listing;
import dev.envlens.link.Listing.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {

  @TempDir Path folder;

  @Test
  void aFolderGivesItsNamesSortedAndSaysWhichAreFolders() throws IOException {
    Files.createDirectories(folder.resolve("docker/deep"));
    Files.writeString(folder.resolve("conda.yml"), "");
    Files.writeString(folder.resolve("Zeta"), "");
    assertEquals(
        List.of(new Named("Zeta", false), new Named("conda.yml", false), new Named("docker", true)),
        assertInstanceOf(Listing.Names.class, FolderListing.of(folder)).names());
  }

  @Test
  void whatIsNoFolderIsMissing() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    assertInstanceOf(Listing.Missing.class, FolderListing.of(folder.resolve("file")));
    assertInstanceOf(Listing.Missing.class, FolderListing.of(folder.resolve("none")));
  }

  @Test
  void aVastFolderIsCutShort() throws IOException {
    for (int i = 0; i < 2_010; i++) {
      Files.createFile(folder.resolve("f" + i));
    }
    var names = assertInstanceOf(Listing.Names.class, FolderListing.of(folder)).names();
    assertEquals(2_000, names.size());
  }
}
