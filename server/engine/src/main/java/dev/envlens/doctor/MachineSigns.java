package dev.envlens.doctor;

import dev.envlens.build.Builds;
import dev.envlens.catalogue.CatalogueFault;
import dev.envlens.database.DatabaseFault;
import dev.envlens.database.DatabaseLook;
import dev.envlens.docker.DockerEndpoint;
import dev.envlens.docker.EngineFault;
import dev.envlens.docker.EngineLook;
import dev.envlens.docker.EngineLook.OwnContainer;
import dev.envlens.files.SizeWords;
import dev.envlens.machine.Machine;
import dev.envlens.registry.DockerCredentials;
import dev.envlens.registry.Registry;
import dev.envlens.registry.RegistryAddress;
import dev.envlens.registry.RegistryFault;
import dev.envlens.run.CondaPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts that a machine's settings name. */
public final class MachineSigns {

  /** Of one question to an engine or a registry. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Machine machine;

  public MachineSigns(Machine machine) {
    this.machine = machine;
  }

  /**
   * All of them, in the order in which they are told. Programs, an engine, registries are asked.
   */
  public List<Sign> all() {
    List<Sign> signs = new ArrayList<>(engine());
    var settings = machine.settings();
    signs.add(registry("registry", settings.registry()));
    signs.add(registry("curated registry", settings.curatedRegistry()));
    Path database = machine.databaseFile();
    signs.add(workspace(database));
    signs.add(folder("large files", database.resolveSibling("blobs")));
    signs.add(folder("digests", machine.folders().cache().resolve("digests")));
    signs.add(curated());
    signs.add(
        Sign.fine(
            "conda",
            CondaPlace.program(settings.variables())
                .map(Path::toString)
                .orElse("not found (only 'run --conda' needs it)")));
    return signs;
  }

  private List<Sign> engine() {
    DockerEndpoint endpoint;
    try {
      endpoint = DockerEndpoint.of(machine.settings());
    } catch (EngineFault unknown) {
      return List.of(new Sign("docker", "unknown", unknown.getMessage()));
    }
    if (isAbsent(endpoint)) {
      return List.of(
          Sign.fine(
              "docker", "not found at %s (builds and runs need it)".formatted(endpoint.host())));
    }
    List<Sign> signs = new ArrayList<>();
    try {
      var look = EngineLook.at(machine.settings(), machine::docker, LIMIT);
      signs.add(
          Sign.fine(
              "docker", "%s, API %s, %s".formatted(look.version(), look.api(), look.address())));
      signs.add(containers(look.containers()));
    } catch (EngineFault fault) {
      signs.add(new Sign("docker", "no answer from " + endpoint.host(), fault.getMessage()));
    }
    signs.add(
        Sign.fine(
            "buildkit",
            Builds.buildKit(endpoint, machine.settings().variables())
                .orElse("not found (only Dockerfiles with its features need it)")));
    return signs;
  }

  /** Nobody said that there is an engine, and there is none where one usually is. */
  private boolean isAbsent(DockerEndpoint endpoint) {
    var settings = machine.settings();
    String socket = "unix://";
    return settings
            .dockerHost()
            .or(() -> settings.variable("DOCKER_HOST"))
            .or(() -> settings.variable("DOCKER_CONTEXT"))
            .isEmpty()
        && endpoint.host().startsWith(socket)
        && !Files.exists(Path.of(endpoint.host().substring(socket.length())));
  }

  /** What runs may be another envlens at work; what doesn't was left by one that was killed. */
  private static Sign containers(List<OwnContainer> own) {
    var left = own.stream().filter(container -> !container.isRunning()).toList();
    String value = "%d running, %d left behind".formatted(own.size() - left.size(), left.size());
    return left.isEmpty()
        ? Sign.fine("containers", value)
        : new Sign(
            "containers",
            value,
            "An envlens that was killed left them. Unless one is at work just now: docker rm %s"
                .formatted(left.stream().map(OwnContainer::id).collect(Collectors.joining(" "))));
  }

  private Sign registry(String name, Optional<String> setting) {
    if (setting.isEmpty()) {
      return Sign.fine(name, "none is named");
    }
    try {
      new Registry(
              RegistryAddress.of(setting.get()),
              new DockerCredentials(machine.settings()),
              machine.clock(),
              LIMIT)
          .greet();
      return Sign.fine(name, setting.get() + " answers");
    } catch (RegistryFault fault) {
      return new Sign(name, "no answer as it should be", fault.getMessage());
    }
  }

  private static Sign workspace(Path file) {
    if (!Files.exists(file)) {
      return Sign.fine("workspace", "none yet, would be " + file);
    }
    try {
      var look = DatabaseLook.at(file);
      return Sign.fine(
          "workspace",
          "%s, form %d, %s, whole".formatted(file, look.form(), SizeWords.of(look.bytes())));
    } catch (DatabaseFault fault) {
      return new Sign("workspace", file.toString(), fault.getMessage());
    }
  }

  private static Sign folder(String name, Path folder) {
    if (!Files.isDirectory(folder)) {
      return Sign.fine(name, "none yet");
    }
    try (var files = Files.walk(folder)) {
      var sizes =
          files.filter(Files::isRegularFile).mapToLong(MachineSigns::size).summaryStatistics();
      return Sign.fine(
          name,
          "%d of together %s in %s"
              .formatted(sizes.getCount(), SizeWords.of(sizes.getSum()), folder));
    } catch (IOException | UncheckedIOException e) {
      return new Sign(
          name, folder.toString(), "It can't be read. Give yourself the right to read it.");
    }
  }

  /** 0 for a file that is gone meanwhile. */
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private Sign curated() {
    var own = machine.userCatalogue();
    String whose = Files.exists(own.file()) ? own.file().toString() : "as shipped";
    try {
      var catalogue = own.read();
      return Sign.fine(
          "curated",
          "%d environments of %s, %s"
              .formatted(catalogue.environments().size(), catalogue.retrieved(), whose));
    } catch (CatalogueFault fault) {
      return new Sign("curated", whose, fault.getMessage());
    }
  }
}
