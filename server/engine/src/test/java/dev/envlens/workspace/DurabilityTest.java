package dev.envlens.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that share a workspace, and are killed while they write to it. */
class DurabilityTest {

  private static final int KILLS = 200;

  /** How many processes write at once. */
  private static final int LANES = 4;

  @TempDir Path folder;
  private QuickJava java;

  @BeforeEach
  void archive() throws IOException, InterruptedException {
    java = new QuickJava(folder.resolve("java"));
  }

  private Path database() {
    return folder.resolve("workspace.db");
  }

  @Test
  void twoHundredKilledProcessesLoseNothingThatTheyAcknowledged() throws Exception {
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    var left = new AtomicInteger(KILLS);
    inLanes(
        lane -> {
          var random = new Random(lane);
          while (left.getAndDecrement() > 0) {
            killOne(lane + "." + random.nextInt(), random, acknowledged);
          }
        });
    assertTrue(acknowledged.size() >= KILLS, () -> "only " + acknowledged.size());
    requireAll(acknowledged);
  }

  /** Kills a process at a random point after its first acknowledgement. */
  private void killOne(String who, Random random, Map<String, String> acknowledged)
      throws Exception {
    var process = java.register(database(), who, Integer.MAX_VALUE);
    try (var out = process.inputReader()) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        acknowledge(out, acknowledged);
      }
      LockSupport.parkNanos(random.nextInt(8_000_000));
      // Unlike the process's own method, this one leaves what was printed to be read.
      process.toHandle().destroyForcibly();
      String line = out.readLine();
      while (line != null) {
        note(line, acknowledged);
        line = out.readLine();
      }
    }
    assertEquals(128 + 9, process.waitFor(), "it ended before it was killed");
  }

  @Test
  void processesThatWriteAtOnceGetVersionsOfTheirOwn() throws Exception {
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    int each = 25;
    inLanes(
        lane -> {
          var process = java.register(database(), "lane" + lane, each);
          try (var out = process.inputReader()) {
            for (int i = 0; i < each; i++) {
              acknowledge(out, acknowledged);
            }
          }
          assertEquals(0, process.waitFor());
        });
    assertEquals(LANES * each, acknowledged.size());
    requireAll(acknowledged);
    for (int version = 1; version <= LANES * each; version++) {
      assertTrue(acknowledged.containsKey(Integer.toString(version)));
    }
  }

  @Test
  void threadsThatWriteAtOnceGetVersionsOfTheirOwn() throws Exception {
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    try (var shelf = Shelf.in(folder)) {
      inLanes(
          lane -> {
            for (int i = 0; i < 25; i++) {
              var version =
                  shelf
                      .workspace()
                      .register(RegisteringProcess.submission(lane + "-" + i))
                      .version();
              acknowledged.put(version.id().version(), version.content().hash());
            }
          });
    }
    assertEquals(LANES * 25, acknowledged.size());
    requireAll(acknowledged);
  }

  private void acknowledge(BufferedReader out, Map<String, String> acknowledged)
      throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("it ended early: " + java.errors());
    }
    note(line, acknowledged);
  }

  /** A line that was cut off by the kill tells of no version for sure. */
  private static void note(String line, Map<String, String> acknowledged) {
    String[] words = line.split(" ", -1);
    if (words.length == 2 && words[1].length() == 64) {
      var before = acknowledged.put(words[0], words[1]);
      assertEquals(null, before, () -> "version " + words[0] + " was given twice");
    }
  }

  @FunctionalInterface
  private interface Lane {
    void run(int lane) throws Exception;
  }

  private static void inLanes(Lane lane) throws Exception {
    var pool = Executors.newFixedThreadPool(LANES);
    try {
      List<Future<?>> lanes = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        int number = i;
        lanes.add(
            pool.submit(
                () -> {
                  lane.run(number);
                  return null;
                }));
      }
      for (Future<?> running : lanes) {
        running.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** All of {@code acknowledged} are there, with their files, and the database is sound. */
  private void requireAll(Map<String, String> acknowledged) throws IOException {
    try (var shelf = Shelf.at(database(), Clock.systemUTC())) {
      assertEquals("ok", shelf.database().read(DurabilityTest::integrity));
      var hashes = new HashSet<String>();
      for (var entry : acknowledged.entrySet()) {
        var id = new EnvironmentVersion.Id("train", entry.getKey());
        var version = shelf.workspace().find(id).orElseThrow(() -> new AssertionError(id.label()));
        assertEquals(entry.getValue(), version.content().hash());
        assertTrue(hashes.add(entry.getValue()));
        for (StoredFile file : version.content().files()) {
          try (var in = shelf.workspace().open(version, file)) {
            assertEquals(file.sha256(), RegisteringProcess.sha256(in.readAllBytes()));
          }
        }
      }
    }
  }

  private static String integrity(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA integrity_check")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
