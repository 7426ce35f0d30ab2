package dev.envlens.workspace;

import dev.envlens.check.EnvironmentName;
import dev.envlens.database.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Starts {@link RegisteringProcess}es, from an archive of their classes and with SQLite out of the
 * jar: in a third of the time.
 */
final class QuickJava {

  private final Path folder;
  private final String classPath;

  /**
   * @param folder for what it makes
   */
  QuickJava(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    var parts = new ArrayList<String>();
    // Classes are archived out of jars alone.
    for (Class<?> one :
        List.of(
            EmbeddedWorkspace.class,
            RegisteringProcess.class,
            EnvironmentName.class,
            SQLiteConfig.class,
            LoggerFactory.class)) {
      parts.add(jar(place(one), "part" + parts.size()).toString());
    }
    NativeLibrary.keepIn(folder);
    this.classPath = String.join(File.pathSeparator, parts);
    java("-XX:ArchiveClassesAtExit=" + archive(), folder.resolve("rehearsal.db"), "first", 2)
        .waitFor();
  }

  private static Path place(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path jar(Path classes, String name) throws IOException {
    if (!Files.isDirectory(classes)) {
      return classes;
    }
    Path jar = folder.resolve(name + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String entry = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(entry));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private Path archive() {
    return folder.resolve("classes.jsa");
  }

  /** Registers in {@code database}, {@code count} times. */
  Process register(Path database, String who, int count) throws IOException {
    return java("-XX:SharedArchiveFile=" + archive(), database, who, count);
  }

  private Process java(String option, Path database, String who, int count) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx64m",
            "-Dorg.sqlite.lib.path=" + folder,
            "-cp",
            classPath,
            RegisteringProcess.class.getName(),
            database.toString(),
            who,
            Integer.toString(count))
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors.txt").toFile()))
        .start();
  }

  /** What its processes said on their error streams. */
  String errors() throws IOException {
    return Files.readString(folder.resolve("errors.txt"));
  }
}
