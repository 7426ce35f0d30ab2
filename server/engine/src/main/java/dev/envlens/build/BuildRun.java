package dev.envlens.build;

import dev.envlens.check.Secrets;
import dev.envlens.docker.ClassicBuild;
import dev.envlens.docker.EngineFault;
import dev.envlens.dockerfile.Instruction;
import dev.envlens.image.ImageReference;
import dev.envlens.progress.Progress;
import dev.envlens.text.TextRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/** One build: makes an image without a name, and a record of how that went. Used once. */
final class BuildRun {

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** Engines name the line of a Dockerfile that they don't understand. */
  private static final Pattern LINE = Pattern.compile("(?:parse error on|error) line (\\d+)");

  private final BuildPlan plan;
  private final Workshop workshop;
  private final Progress progress;
  private final StepWatch steps;
  private final BuildLog log;
  private final String id;
  private final Instant started;
  private final long since = System.nanoTime();

  private BuildRun(BuildPlan plan, Workshop workshop, Progress progress) {
    this.plan = plan;
    this.workshop = workshop;
    this.progress = progress;
    this.steps = new StepWatch(progress);
    this.started = workshop.clock().instant();
    this.id = freeId(workshop.logs(), plan.hash().short8(), workshop.clock());
    this.log = BuildLog.open(workshop.logs().resolve(id + ".log"), progress, steps::line);
  }

  /** What became of it: what is kept, and why there is no image if there is none. */
  record Ended(BuildRecord record, Optional<RuntimeException> fault) {}

  /**
   * Builds.
   *
   * @param fresh whether nothing that was built or pulled before counts
   * @param buildKit what to build with; empty for the engine's classic builder
   */
  static Ended run(
      BuildPlan plan,
      Workshop workshop,
      Progress progress,
      Map<String, String> labels,
      Builder builder) {
    var run = new BuildRun(plan, workshop, progress);
    try (var open = run.log) {
      return run.run(labels, builder);
    }
  }

  /**
   * How to build.
   *
   * @param fresh whether nothing that was built or pulled before counts
   * @param buildKit what builds; empty for the engine's classic builder
   */
  record Builder(boolean fresh, Optional<BuildKit> buildKit) {}

  private Ended run(Map<String, String> labels, Builder builder) {
    try {
      pullBases(builder.fresh());
      String image =
          builder.buildKit().isPresent()
              ? withBuildKit(builder.buildKit().get(), labels, builder.fresh())
              : classic(labels, builder.fresh());
      return new Ended(record(BuildRecord.Outcome.BUILT, Optional.of(image), ""), Optional.empty());
    } catch (CancellationException cancelled) {
      log.print("\nCancelled.\n");
      return new Ended(
          record(BuildRecord.Outcome.CANCELLED, Optional.empty(), "cancelled"),
          Optional.of(cancelled));
    } catch (BuildFailure failure) {
      return new Ended(
          record(BuildRecord.Outcome.FAILED, Optional.empty(), failure.details().error()),
          Optional.of(failure));
    } catch (EngineFault fault) {
      log.print("\n" + fault.getMessage() + "\n");
      return new Ended(
          record(BuildRecord.Outcome.FAILED, Optional.empty(), fault.getMessage()),
          Optional.of(fault));
    }
  }

  /** The engine would pull them by itself, but without our logins and without a word. */
  private void pullBases(boolean fresh) {
    var images = workshop.images();
    for (var base : plan.bases()) {
      boolean there = images.find(base.text()).isPresent();
      if (there && (!fresh || base.hasDigest())) {
        continue;
      }
      progress.step("Pulling " + base.text(), 0);
      try {
        String tag = base.digest().or(base::tag).orElse("latest");
        if (!images.pull(base.host(), name(base), tag, printing()) && !there) {
          throw baseFailure(base, "there is no such image, or it may not be pulled");
        }
      } catch (EngineFault fault) {
        if (!there) {
          throw baseFailure(base, fault.getMessage());
        }
        log.print("%s Building on the image that is here.\n".formatted(fault.getMessage()));
      }
    }
  }

  private static String name(ImageReference base) {
    return base.host().equals("docker.io")
        ? base.repository()
        : base.host() + "/" + base.repository();
  }

  private BuildFailure baseFailure(ImageReference base, String why) {
    log.print(why + "\n");
    var from =
        plan.parsed().stages().stream()
            .filter(stage -> stage.image().text().contains(base.text()))
            .findFirst();
    return failure(
        "its base image '%s' can't be had: %s".formatted(base.text(), why),
        Optional.empty(),
        why,
        from.map(stage -> stage.imageRange()));
  }

  private String classic(Map<String, String> labels, boolean fresh) {
    try (var context = ContextStream.of(plan)) {
      var order =
          new ClassicBuild.Order(context, plan.dockerfilePath(), labels, fresh, workshop.network());
      ClassicBuild.Built built;
      try {
        built = new ClassicBuild(workshop.docker(), log::print).run(order, progress);
      } catch (EngineFault fault) {
        throw context.fault().<RuntimeException>map(this::contextFailure).orElse(fault);
      }
      if (context.fault().isPresent()) {
        throw contextFailure(context.fault().get());
      }
      return built.image().orElseThrow(() -> stepFailure(built.error().orElse("")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String withBuildKit(BuildKit buildKit, Map<String, String> labels, boolean fresh) {
    List<String> options = new ArrayList<>(List.of("--file", plan.dockerfilePath()));
    labels.forEach((name, value) -> options.addAll(List.of("--label", name + "=" + value)));
    workshop.network().ifPresent(network -> options.addAll(List.of("--network", network)));
    if (fresh) {
      options.add("--no-cache");
    }
    try (var context = ContextStream.of(plan)) {
      Path folder = Files.createTempDirectory("envlens-build");
      Path file = folder.resolve("id");
      try {
        if (buildKit.run(options, context, file, log::print, progress)) {
          return Files.readString(file).strip();
        }
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
      if (context.fault().isPresent()) {
        throw contextFailure(context.fault().get());
      }
      // A failed step names itself; without one it may be the engine that is gone, which says so.
      if (steps.last().isEmpty()) {
        workshop.docker().ask(() -> workshop.docker().questions().pingCmd().exec());
      }
      throw stepFailure(log.tail().isEmpty() ? "" : log.tail().get(log.tail().size() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BuildFailure contextFailure(String fault) {
    log.print("\n" + fault + "\n");
    return failure(fault, Optional.empty(), fault, Optional.empty());
  }

  private BuildFailure stepFailure(String error) {
    String said = Secrets.mask(error).strip();
    log.print("\n" + said + "\n");
    var step = steps.last();
    var instruction = step.flatMap(this::instruction).map(Instruction::range).or(() -> line(said));
    String message =
        step.map(at -> "step %d/%d, %s, failed".formatted(at.number(), at.total(), shortened(at)))
                .orElse("the builder refused it")
            + (said.isEmpty() ? "" : ": " + said);
    return failure(message, step, said, instruction);
  }

  private static String shortened(BuildStep step) {
    String text = step.instruction().replaceAll("\\s+", " ");
    return "'" + (text.length() > 80 ? text.substring(0, 79) + "…" : text) + "'";
  }

  private Optional<Instruction> instruction(BuildStep step) {
    return plan.instruction(step.number())
        .filter(found -> matches(found, step))
        .or(
            () ->
                plan.parsed().instructions().stream()
                    .filter(found -> matches(found, step))
                    .findFirst());
  }

  /** Builders show the instruction on one line, which spaces are left out of here. */
  private boolean matches(Instruction instruction, BuildStep step) {
    String written =
        instruction.raw(plan.dockerfile().text()).replace("\\\n", "").replaceAll("\\s+", "");
    String shown = step.instruction().replaceAll("\\s+", "");
    int length = Math.min(40, Math.min(written.length(), shown.length()));
    return length > 0 && written.substring(0, length).equalsIgnoreCase(shown.substring(0, length));
  }

  private Optional<TextRange> line(String error) {
    var matcher = LINE.matcher(error);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int wanted = Integer.parseInt(matcher.group(1));
    String text = plan.dockerfile().text();
    int start = 0;
    for (int line = 1; line < wanted && start >= 0; line++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return Optional.empty();
      }
    }
    int end = text.indexOf('\n', start);
    return Optional.of(new TextRange(start, end < 0 ? text.length() : end));
  }

  private BuildFailure failure(
      String why, Optional<BuildStep> step, String error, Optional<TextRange> range) {
    var origin = range.map(plan::origin);
    String sentence = why.endsWith(".") ? why : why + ".";
    return new BuildFailure(
        "Can't build %s: %s All of the log is in %s.".formatted(plan.label(), sentence, log.file()),
        new BuildFailure.Details(
            step,
            error,
            log.tail(),
            origin.map(BuildPlan.Origin::part),
            origin.map(BuildPlan.Origin::place),
            id,
            log.file()));
  }

  /** Progress whose lines are kept in the log, too. */
  private Progress printing() {
    return new Progress() {
      @Override
      public void step(String title, int percent) {
        progress.step(title, percent);
      }

      @Override
      public void line(String line) {
        log.print(line + "\n");
      }

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }

      @Override
      public void whenCancelled(Runnable action) {
        progress.whenCancelled(action);
      }
    };
  }

  private BuildRecord record(BuildRecord.Outcome outcome, Optional<String> image, String error) {
    return new BuildRecord(
        id,
        plan.hash().hex(),
        plan.name(),
        started,
        Duration.ofNanos(System.nanoTime() - since),
        outcome,
        image.map(this::image),
        Optional.of(error).filter(text -> !text.isEmpty()),
        log.file(),
        steps.steps());
  }

  private BuildRecord.Image image(String built) {
    var base = plan.lastBase().map(ImageReference::text);
    var digest =
        base.flatMap(workshop.images()::find).map(found -> found.digest().orElse(found.id()));
    return new BuildRecord.Image(plan.hash().repository() + ":latest", built, base, digest);
  }

  private static String freeId(Path folder, String hash, Clock clock) {
    String first = ID.format(clock.instant()) + "-" + hash;
    String free = first;
    for (int i = 2; Files.exists(folder.resolve(free + ".log")); i++) {
      free = first + "-" + i;
    }
    return free;
  }
}
