package dev.envlens.build;

import dev.envlens.build.BuildResult.Outcome;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.docker.DockerEndpoint;
import dev.envlens.docker.EngineFault;
import dev.envlens.docker.LocalImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.progress.Progress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sees to it that there is an image for a definition: the one that the engine has, else one from a
 * registry, else a new one. Any thread may ask; of all who ask for one hash, in this and other
 * processes, one builds and the others wait for it. An image gets its name when it is complete.
 */
public final class Builds {

  private static final String LATEST = "latest";

  private static final DateTimeFormatter REPLACED =
      DateTimeFormatter.ofPattern("'replaced-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Workshop workshop;
  private final Supplier<BuildRecords> records;
  private final Sharing sharing;
  private final Witness witness;

  /**
   * @param records asked for only when something was built
   * @param sharing asked for only before a rebuild
   * @param witness told of what happens
   */
  public Builds(
      Workshop workshop, Supplier<BuildRecords> records, Sharing sharing, Witness witness) {
    this.workshop = workshop;
    this.records = records;
    this.sharing = sharing;
    this.witness = witness;
  }

  /**
   * The command that builds what needs BuildKit; empty where there is none. Programs on the {@code
   * PATH} are asked what they are.
   *
   * @param variables this process's environment variables
   */
  public static Optional<String> buildKit(DockerEndpoint endpoint, Map<String, String> variables) {
    return BuildKit.find(endpoint, variables).map(found -> String.join(" ", found.command()));
  }

  /** What is kept of the builds on this machine. */
  public BuildRecords records() {
    return records.get();
  }

  /**
   * Sees to it that there is the image.
   *
   * @throws BuildRefused before anything is built: what is asked for can't or must not be
   * @throws BuildFailure when a step of the build fails
   * @throws EngineFault when the Docker engine can't be used, or a registry to push to
   * @throws CancellationException when cancelled, once nothing of the build runs any more
   */
  public BuildResult build(BuildRequest request, Progress progress) {
    long since = System.nanoTime();
    var plan = BuildPlan.of(request.definition(), request.surroundings());
    if (request.push() && workshop.settings().registry().isEmpty()) {
      throw new BuildRefused(
          "There is no registry to push to. Name the workspace's, by --registry, ENVLENS_REGISTRY or the setting 'registry'.");
    }
    progress.check();
    progress.step("Looking for the image %s".formatted(plan.hash().short8()), 0);
    try {
      return build(request, plan, progress, since);
    } finally {
      witness.ended(plan.hash());
    }
  }

  private BuildResult build(BuildRequest request, BuildPlan plan, Progress progress, long since) {
    var local = request.rebuild() ? Optional.<LocalImage>empty() : local(plan.hash());
    Got got =
        local.isPresent()
            ? Got.found(Outcome.CACHED, local.get())
            : underLock(request, plan, progress);
    if (got.outcome() != Outcome.CACHED) {
      witness.made(made(plan, got), progress);
    }
    var pushed =
        request.push() ? Optional.of(push(plan.hash(), got, progress)) : Optional.<Pushed>empty();
    return new BuildResult(
        got.outcome(),
        plan.hash(),
        new BuildResult.Built(
            plan.hash().repository() + ":" + LATEST,
            got.image().id(),
            pushed.map(Pushed::digest).or(() -> manifest(got.image())),
            pushed.map(Pushed::reference)),
        Duration.ofNanos(System.nanoTime() - since),
        got.record().map(BuildRecord::steps).orElse(List.of()),
        got.record().map(BuildRecord::id),
        got.replaced().map(tag -> plan.hash().repository() + ":" + tag));
  }

  private static Witness.Made made(BuildPlan plan, Got got) {
    var base =
        got.record()
            .flatMap(BuildRecord::image)
            .flatMap(
                image ->
                    image
                        .base()
                        .flatMap(
                            name -> image.baseDigest().map(to -> new BuiltImage.Base(name, to))));
    return new Witness.Made(plan.hash(), plan.hash().repository() + ":" + LATEST, base);
  }

  /**
   * What rebuilding would move.
   *
   * @throws BuildRefused when the definition can't be built
   */
  public RebuildPreview preview(BuildRequest request) {
    var plan = BuildPlan.of(request.definition(), request.surroundings());
    return RebuildPreview.of(
        plan, local(plan.hash()).isPresent(), sharing.environments(plan.hash().hex()));
  }

  /** The image of a hash that the engine has. */
  public Optional<LocalImage> local(DefinitionHash hash) {
    return workshop
        .images()
        .find(hash.repository() + ":" + LATEST)
        .filter(image -> isOf(hash, image));
  }

  /** The name holds half of the hash; the label all of it, where envlens built the image. */
  private static boolean isOf(DefinitionHash hash, LocalImage image) {
    String label = image.labels().get(ImageLabels.HASH);
    return label == null || label.equals(hash.hex());
  }

  /** What there is now, and how it came. */
  private record Got(
      Outcome outcome, LocalImage image, Optional<BuildRecord> record, Optional<String> replaced) {
    static Got found(Outcome outcome, LocalImage image) {
      return new Got(outcome, image, Optional.empty(), Optional.empty());
    }
  }

  private static Optional<String> manifest(LocalImage image) {
    return image.digests().isEmpty() ? Optional.empty() : Optional.of(image.digest());
  }

  private record Pushed(String reference, String digest) {}

  private Got underLock(BuildRequest request, BuildPlan plan, Progress progress) {
    var kit = request.rebuild() ? buildKit(plan) : Optional.<BuildKit>empty();
    witness.begins(plan.hash());
    var lock = HashLock.take(workshop.locks(), plan.hash().hex(), progress);
    try {
      if (!request.rebuild()) {
        var meanwhile = local(plan.hash());
        if (meanwhile.isPresent()) {
          return Got.found(Outcome.CACHED, meanwhile.get());
        }
        var pulled = pull(plan, progress);
        if (pulled.isPresent()) {
          return Got.found(Outcome.PULLED, pulled.get());
        }
        kit = buildKit(plan);
      }
      return anew(request, plan, kit, progress);
    } finally {
      lock.close();
    }
  }

  private Optional<BuildKit> buildKit(BuildPlan plan) {
    var needs = plan.parsed().needsBuildKit();
    if (needs.isEmpty()) {
      return Optional.empty();
    }
    var found = BuildKit.find(workshop.docker().endpoint(), workshop.settings().variables());
    if (found.isEmpty()) {
      throw new BuildRefused(
          "Can't build %s: its Dockerfile uses '%s', which only BuildKit builds, and no 'docker' command with buildx is on the PATH. Install docker-buildx, or do without."
              .formatted(plan.label(), needs.get(0).name()));
    }
    return found;
  }

  /** From the workspace's registry, else from that of curated images. */
  private Optional<LocalImage> pull(BuildPlan plan, Progress progress) {
    var settings = workshop.settings();
    var registries =
        Stream.of(settings.registry(), settings.curatedRegistry())
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    for (String registry : registries) {
      String repository = registry + "/" + plan.hash().repository();
      progress.step("Looking for the image in " + registry, 0);
      try {
        if (workshop.images().pull(host(registry), repository, LATEST, progress)) {
          var image = workshop.images().find(repository + ":" + LATEST);
          if (image.filter(it -> isOf(plan.hash(), it)).isPresent()) {
            workshop.images().tag(image.get().id(), plan.hash().repository(), LATEST);
            return local(plan.hash());
          }
        }
      } catch (EngineFault unknown) {
        progress.line("%s Building instead.".formatted(unknown.getMessage()));
      }
    }
    return Optional.empty();
  }

  private Got anew(
      BuildRequest request, BuildPlan plan, Optional<BuildKit> kit, Progress progress) {
    var ended =
        BuildRun.run(
            plan,
            workshop,
            progress,
            ImageLabels.of(plan, request.source()),
            new BuildRun.Builder(request.rebuild(), kit));
    if (ended.fault().isPresent()) {
      records.get().add(ended.record());
      throw ended.fault().get();
    }
    progress.check();
    String id = ended.record().image().orElseThrow().id();
    var replaced =
        local(plan.hash()).filter(old -> !old.id().equals(id)).map(old -> keep(old, plan));
    workshop.images().tag(id, plan.hash().repository(), LATEST);
    records.get().add(ended.record());
    var image =
        local(plan.hash())
            .orElseThrow(
                () ->
                    new EngineFault(
                        "The image %s was built, and is gone already. Build again."
                            .formatted(plan.hash().repository())));
    return new Got(Outcome.BUILT, image, Optional.of(ended.record()), replaced);
  }

  /** Gives an image that is about to be replaced a name of its own. */
  private String keep(LocalImage old, BuildPlan plan) {
    String repository = plan.hash().repository();
    String first = REPLACED.format(workshop.clock().instant());
    String free = first;
    for (int i = 2; workshop.images().find(repository + ":" + free).isPresent(); i++) {
      free = first + "-" + i;
    }
    workshop.images().tag(old.id(), repository, free);
    return free;
  }

  private Pushed push(DefinitionHash hash, Got got, Progress progress) {
    String registry = workshop.settings().registry().orElseThrow();
    String repository = registry + "/" + hash.repository();
    if (got.replaced().isPresent()) {
      pushReplaced(registry, repository, got.replaced().get(), progress);
    }
    progress.step("Pushing to " + registry, 95);
    workshop.images().tag(got.image().id(), repository, LATEST);
    String digest = workshop.images().push(host(registry), repository, LATEST, progress);
    return new Pushed(repository + ":" + LATEST, digest);
  }

  /** What the registry has under the name that is about to be given away stays there, too. */
  private void pushReplaced(String registry, String repository, String tag, Progress progress) {
    progress.step("Keeping the replaced image in " + registry, 90);
    if (workshop.images().pull(host(registry), repository, LATEST, progress)) {
      workshop.images().tag(repository + ":" + LATEST, repository, tag);
      workshop.images().push(host(registry), repository, tag, progress);
    }
  }

  private static String host(String registry) {
    int slash = registry.indexOf('/');
    return slash < 0 ? registry : registry.substring(0, slash);
  }
}
