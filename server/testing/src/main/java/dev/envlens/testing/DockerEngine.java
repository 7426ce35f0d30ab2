package dev.envlens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** A real {@code dockerd} on a socket of its own, with images of its own. */
public final class DockerEngine implements AutoCloseable {

  /** The one that tests share which don't stop it; ends with the process. */
  private static final class Shared {
    private static final DockerEngine ENGINE = own();
  }

  private final Part part = new Part("docker");

  private DockerEngine() {}

  /** An engine that tests of one process share: nobody stops it. */
  public static DockerEngine shared() {
    return Shared.ENGINE;
  }

  /** An engine for one test, which may do with it what it likes. */
  public static DockerEngine own() {
    var engine = new DockerEngine();
    engine.start();
    return engine;
  }

  /** Starts it, again after it was stopped or killed: its images are still there. */
  public void start() {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new TestAbortedException("skipped: a Docker engine can only be started by root");
    }
    try {
      Files.deleteIfExists(part.folder().resolve("pid"));
      Files.deleteIfExists(part.folder().resolve("exec/containerd/containerd.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    part.start(
        List.of(
            Program.find("dockerd").toString(),
            "-H",
            host(),
            "--data-root",
            part.folder().resolve("data").toString(),
            "--exec-root",
            part.folder().resolve("exec").toString(),
            "-p",
            part.folder().resolve("pid").toString(),
            "--iptables=false",
            "--bridge=none"),
        this::answers);
  }

  private boolean answers() {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket()));
      docker("version");
      return true;
    } catch (IOException | AssertionError notYet) {
      return false;
    }
  }

  /** As {@code DOCKER_HOST} says it. */
  public String host() {
    return "unix://" + socket();
  }

  private Path socket() {
    return part.folder().resolve("sock");
  }

  /** Ends it with all that it runs, without a goodbye. */
  public void kill() {
    part.stop(true);
  }

  /** Ends it. */
  public void stop() {
    part.stop(false);
  }

  /** What {@code docker ARGUMENTS} prints when it is told of this engine. */
  public String docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Program.find("docker").toString()));
    command.addAll(List.of(arguments));
    return Program.run(
            Map.of("DOCKER_HOST", host(), "DOCKER_CONTEXT", "", "DOCKER_BUILDKIT", "0"), command)
        .strip();
  }

  /**
   * Makes a base image out of a static busybox and {@code files}, by their absolute paths; those
   * below a {@code bin} folder are executable.
   *
   * @return the image's id, {@code sha256:…}
   */
  public String base(String tag, Map<String, String> files) {
    try {
      Path root = Files.createTempDirectory(part.folder(), "base");
      Path bin = Files.createDirectories(root.resolve("bin"));
      Files.createDirectories(root.resolve("tmp"));
      Files.createDirectories(root.resolve("etc"));
      Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/:/bin/sh\n");
      Path busybox = bin.resolve("busybox");
      Files.copy(Program.find("busybox"), busybox);
      var applets = Program.run(Map.of(), List.of(busybox.toString(), "--list")).lines().toList();
      for (String applet : applets) {
        if (!applet.equals("busybox")) {
          Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
        }
      }
      for (var file : files.entrySet()) {
        Path path = root.resolve(file.getKey().substring(1));
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        Files.writeString(path, file.getValue());
        boolean executable = path.getParent().endsWith("bin");
        if (executable && !path.toFile().setExecutable(true)) {
          throw new AssertionError(path + " can't be made executable");
        }
      }
      Path tar = part.folder().resolve(root.getFileName() + ".tar");
      Program.run(Map.of(), List.of("tar", "-C", root.toString(), "-cf", tar.toString(), "."));
      return docker("import", "--change", "ENV PATH=/usr/bin:/bin", tar.toString(), tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    part.close();
  }
}
