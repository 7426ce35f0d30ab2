package dev.envlens.build;

import dev.envlens.buildlog.BuildLog;
import dev.envlens.buildlog.BuildProblem;
import dev.envlens.buildlog.Kind;
import dev.envlens.docker.ClassicBuild;
import dev.envlens.docker.EngineFault;
import dev.envlens.image.ImageReference;
import dev.envlens.progress.Progress;
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

/** One build: makes an image without a name, and a record of how that went. Used once. */
final class BuildRun {

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final BuildPlan plan;
  private final Workshop workshop;
  private final Progress progress;
  private final StepWatch steps;
  private final LogFile log;
  private final BuildLog reading = new BuildLog();
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
    this.log = LogFile.open(workshop.logs().resolve(id + ".log"), progress, this::read);
  }

  /** What became of it: what is kept, and why there is no image if there is none. */
  record Ended(BuildRecord record, Optional<RuntimeException> fault) {}

  /**
   * Builds.
   *
   * @param labels of the image
   */
  static Ended run(
      BuildPlan plan,
      Workshop workshop,
      Progress progress,
      Map<String, String> labels,
      Builder builder) {
    var run = new BuildRun(plan, workshop, progress);
    try (run.log) {
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
          record(
              BuildRecord.Outcome.FAILED, Optional.empty(), failure.details().problem().message()),
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
          log.print("manifest for %s not found: manifest unknown\n".formatted(base.canonical()));
          throw stepFailure();
        }
      } catch (EngineFault fault) {
        if (!there) {
          log.print(fault.getMessage() + "\n");
          throw stepFailure();
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

  private String classic(Map<String, String> labels, boolean fresh) {
    var labelled = LabelLine.added(plan.dockerfile().text(), labels);
    var beside = labelled.isPresent() ? Map.<String, String>of() : labels;
    try (var context = ContextStream.of(plan, labelled.orElse(plan.dockerfile().text()))) {
      var order =
          new ClassicBuild.Order(context, plan.dockerfilePath(), beside, fresh, workshop.network());
      ClassicBuild.Built built;
      try {
        built = new ClassicBuild(workshop.docker(), log::print).run(order, progress);
      } catch (EngineFault fault) {
        throw context.fault().<RuntimeException>map(this::contextFailure).orElse(fault);
      }
      if (context.fault().isPresent()) {
        throw contextFailure(context.fault().get());
      }
      built.error().ifPresent(error -> log.print("\n" + error + "\n"));
      return built.image().orElseThrow(this::stepFailure);
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
      throw stepFailure();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was read changed: the log has nothing to say of that. */
  private BuildFailure contextFailure(String fault) {
    log.print("\n" + fault + "\n");
    var definition = plan.definition();
    var place =
        definition
            .context()
            .map(context -> definition.place(context.entry().range()))
            .orElseGet(() -> definition.place(definition.anchor()));
    return failure(new BuildProblem(Kind.UNRECOGNIZED, fault, place, log.tail()));
  }

  private BuildFailure stepFailure() {
    return failure(reading.problem(plan.definition()));
  }

  private BuildFailure failure(BuildProblem problem) {
    return new BuildFailure(
        "Can't build %s: %s All of the log is in %s."
            .formatted(plan.label(), problem.message(), log.file()),
        new BuildFailure.Details(steps.last(), problem, id, log.file()));
  }

  private void read(String line) {
    steps.line(line);
    reading.add(line);
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
    var base = plan.lastBase();
    var digest =
        base.flatMap(
            name -> workshop.images().find(name.text()).flatMap(image -> image.digestAs(name)));
    return new BuildRecord.Image(
        plan.hash().repository() + ":latest", built, base.map(ImageReference::text), digest);
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
