package dev.envlens.cli;

import dev.envlens.doctor.MachineSigns;
import dev.envlens.doctor.Sign;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code envlens doctor}: says what envlens runs on, and what about that is not as it should be.
 */
final class Doctor implements Command {

  private static final List<String> ARCHIVE_OPTIONS =
      List.of("-XX:SharedArchiveFile=", "-XX:AOTCache=");

  private final String version;
  private final Map<String, String> variables;
  private final Properties properties;
  private final MachineOptions machines;

  /**
   * @param variables those of the environment
   * @param properties the JVM's
   */
  Doctor(
      String version,
      Map<String, String> variables,
      Properties properties,
      MachineOptions machines) {
    this.version = version;
    this.variables = variables;
    this.properties = properties;
    this.machines = machines;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("Say what envlens runs on, and what is wrong with that.");
    return MachineOptions.all(spec)
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    var signs = signs();
    try (var machine = machines.machine(arguments, shell)) {
      signs.addAll(new MachineSigns(machine).all());
    }
    boolean fine = signs.stream().allMatch(Sign::isFine);
    boolean json = arguments.matchedOptionValue("--format", "text").equals("json");
    shell.print(json ? json(signs, fine) : text(signs, fine));
    return fine ? Status.FINE : Status.NOT_FINE;
  }

  private List<Sign> signs() {
    List<Sign> signs = new ArrayList<>();
    signs.add(Sign.fine("envlens", version + ", " + codeSource()));
    signs.add(
        Sign.fine(
            "java",
            "%s, %s, %s"
                .formatted(
                    property("java.runtime.version"),
                    property("java.vendor"),
                    property("java.home"))));
    signs.add(archive());
    signs.add(
        Sign.fine("memory", Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MB at most"));
    signs.add(
        Sign.fine(
            "system",
            "%s %s, %s, %d processors"
                .formatted(
                    property("os.name"),
                    property("os.version"),
                    property("os.arch"),
                    Runtime.getRuntime().availableProcessors())));
    signs.add(fileNames());
    signs.add(
        Sign.fine(
            "text", "%s, %s".formatted(Charset.defaultCharset(), Locale.getDefault().toString())));
    signs.add(Sign.fine("git", onPath("git").map(Path::toString).orElse("not found (not needed)")));
    return signs;
  }

  private Sign archive() {
    var file =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .flatMap(
                argument ->
                    ARCHIVE_OPTIONS.stream()
                        .filter(argument::startsWith)
                        .map(option -> argument.substring(option.length())))
            .reduce((first, last) -> last);
    if (file.isEmpty()) {
      return Sign.fine("start", "without a start archive: starts take longer");
    }
    boolean used =
        Files.isRegularFile(Path.of(file.get())) && property("java.vm.info").contains("sharing");
    return used
        ? Sign.fine("start", "from the archive " + file.get())
        : new Sign(
            "start",
            "the archive %s isn't used".formatted(file.get()),
            "Delete that file: the next start of envlens makes a new one.");
  }

  private Sign fileNames() {
    String encoding = property("sun.jnu.encoding");
    boolean all =
        encoding.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")
            || property("os.name").startsWith("Windows");
    return all
        ? Sign.fine("file names", encoding)
        : new Sign(
            "file names",
            encoding,
            "Files whose names hold other letters can't be opened. Set LC_ALL to C.UTF-8.");
  }

  private Optional<Path> onPath(String program) {
    String name = property("os.name").startsWith("Windows") ? program + ".exe" : program;
    return Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> executable(folder, name).stream())
        .findFirst();
  }

  private static Optional<Path> executable(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name)).filter(Files::isExecutable);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String codeSource() {
    try {
      return Path.of(Doctor.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      return "from a place that is no path";
    }
  }

  private String property(String name) {
    return properties.getProperty(name, "unknown");
  }

  private static String text(List<Sign> signs, boolean fine) {
    var text = new StringBuilder();
    for (Sign sign : signs) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s  %-16s  %s\n",
              sign.isFine() ? "ok" : "!!",
              sign.name(),
              Visible.text(sign.value())));
      if (!sign.isFine()) {
        text.append(" ".repeat(22)).append(sign.advice()).append('\n');
      }
    }
    return text.append(fine ? "All is well.\n" : "Not all is well.\n").toString();
  }

  private static String json(List<Sign> signs, boolean fine) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("fine", fine);
          json.writeArrayPropertyStart("signs");
          for (Sign sign : signs) {
            json.writeStartObject();
            json.writeStringProperty("name", sign.name());
            json.writeStringProperty("value", sign.value());
            json.writeBooleanProperty("fine", sign.isFine());
            if (!sign.isFine()) {
              json.writeStringProperty("advice", sign.advice());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
