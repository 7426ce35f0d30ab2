package dev.envlens.workspace;

import dev.envlens.link.ContextEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** Where a file of a definition's folder comes from. */
sealed interface FolderPart {

  StoredFile stored(String path);

  InputStream open() throws IOException;

  /** A text as it was seen, which may not have been saved yet. Kept as UTF-8. */
  record Seen(String text, boolean executable) implements FolderPart {

    private byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    String sha256() {
      return HexFormat.of().formatHex(Blobs.sha256().digest(bytes()));
    }

    @Override
    public StoredFile stored(String path) {
      return new StoredFile(path, sha256(), bytes().length, executable, Optional.empty());
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes());
    }
  }

  /** A file of a build context, on disk. */
  record OnDisk(ContextEntry.File entry, Path file) implements FolderPart {

    @Override
    public StoredFile stored(String path) {
      return new StoredFile(
          path, entry.sha256(), entry.size(), entry.executable(), Optional.empty());
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  /** A link of a build context. */
  record Link(String target) implements FolderPart {

    @Override
    public StoredFile stored(String path) {
      var text = new Seen(target, false).stored(path);
      return new StoredFile(path, text.sha256(), text.size(), false, Optional.of(target));
    }

    @Override
    public InputStream open() {
      return new Seen(target, false).open();
    }
  }
}
