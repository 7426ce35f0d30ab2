package dev.envlens.workspace;

import dev.envlens.database.Database;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that registers new definitions under one name, one after the other, and says each
 * version once the workspace has acknowledged it: {@code VERSION HASH}.
 */
final class RegisteringProcess {

  /** So long that a content is kept in a file beside the database. */
  private static final int LARGE = Blobs.LARGEST_IN_DATABASE + 1;

  private RegisteringProcess() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var database = Database.open(Path.of(arguments[0]))) {
      var workspace = new EmbeddedWorkspace(database, Clock.systemUTC());
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        var version = workspace.register(submission(arguments[1] + "-" + i)).version();
        out.print(version.id().version() + " " + version.content().hash() + "\n");
        out.flush();
      }
    }
  }

  /** A definition with a large file; both say {@code what}. */
  static Submission submission(String what) {
    byte[] small = what.getBytes(StandardCharsets.UTF_8);
    byte[] large = what.repeat(LARGE / what.length() + 1).getBytes(StandardCharsets.UTF_8);
    var files = List.of(file("environment.yml", small), file("context/large", large));
    return new Submission(
        "train",
        Optional.empty(),
        new EnvironmentVersion.Content(
            "user-managed",
            sha256(small),
            "{\"image\":\"" + what + "\"}",
            "environment.yml",
            files),
        new EnvironmentVersion.Notes(what, Map.of("what", what), Map.of()),
        file -> new ByteArrayInputStream(file.path().equals("environment.yml") ? small : large),
        what,
        what);
  }

  private static StoredFile file(String path, byte[] bytes) {
    return new StoredFile(path, sha256(bytes), bytes.length, false, Optional.empty());
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Blobs.sha256().digest(bytes));
  }
}
