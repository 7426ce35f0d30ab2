package dev.envlens.machine;

import dev.envlens.build.BuildRecord;
import dev.envlens.build.BuildRecords;
import dev.envlens.build.Builds;
import dev.envlens.build.Workshop;
import dev.envlens.cache.ImageCache;
import dev.envlens.catalogue.UserCatalogue;
import dev.envlens.contents.ImageRecords;
import dev.envlens.contents.Images;
import dev.envlens.contents.LocalImageReader;
import dev.envlens.curated.Catalogue;
import dev.envlens.database.Database;
import dev.envlens.database.DatabaseFault;
import dev.envlens.docker.DockerConnection;
import dev.envlens.files.DigestCache;
import dev.envlens.registry.DockerCredentials;
import dev.envlens.run.BuiltImages;
import dev.envlens.run.CondaPlace;
import dev.envlens.run.ContainerPlace;
import dev.envlens.run.RunLog;
import dev.envlens.run.Runs;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import dev.envlens.workspace.EmbeddedWorkspace;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The parts of this machine, each started when it is first asked for and stopped at the end. Any
 * thread may ask.
 */
public final class Machine implements AutoCloseable {

  /** An image of many gigabytes is read in less. */
  private static final Duration READING_AN_IMAGE = Duration.ofMinutes(10);

  private final MachineSettings settings;
  private final UserFolders folders;
  private final Clock clock;
  private final Lazy<Database> database = new Lazy<>(() -> Database.open(databaseFile()));
  private final Lazy<Workspace> workspace = new Lazy<>(this::openWorkspace);
  private final Lazy<DockerConnection> docker = new Lazy<>(this::connect);
  private final Lazy<Catalogue> curated = new Lazy<>(() -> userCatalogue().readOrShipped());
  private final Lazy<Builds> builds = new Lazy<>(this::openBuilds);
  private final Lazy<ImageCache> imageCache = new Lazy<>(this::openImageCache);

  /**
   * @param clock tells when something happens
   */
  public Machine(MachineSettings settings, UserFolders folders, Clock clock) {
    this.settings = settings;
    this.folders = folders;
    this.clock = clock;
  }

  public MachineSettings settings() {
    return settings;
  }

  public UserFolders folders() {
    return folders;
  }

  public Clock clock() {
    return clock;
  }

  /**
   * The embedded workspace's database, which also keeps what happened on this machine.
   *
   * @throws dev.envlens.database.DatabaseFault when it can't be opened
   */
  public Database database() {
    return database.get();
  }

  /**
   * The Docker engine. Nothing is asked of it yet, so this doesn't fail when there is none.
   *
   * @throws dev.envlens.docker.EngineFault when Docker's configuration can't be read
   */
  public DockerConnection docker() {
    return docker.get();
  }

  /** Runs commands in environments. Nothing is asked of the Docker engine yet. */
  public Runs runs() {
    var places =
        new Runs.Places(
            new ContainerPlace(this::docker, new BuiltImages(this::builds)),
            new CondaPlace(
                folders.cache().resolve("conda"), settings.variables(), this::workspace));
    return new Runs(workspace(), new RunLog(database()), places, clock);
  }

  /** The digests of build contexts' files; asked for, it reads nothing yet. */
  public DigestCache digests() {
    return digests(folders);
  }

  /** The same where there is no machine: it is the user's, whichever workspace is used. */
  public static DigestCache digests(UserFolders folders) {
    return DigestCache.in(folders.cache().resolve("digests"));
  }

  /** The images of the engine, and what is recorded of those that were built here. */
  public Images images() {
    return new Images(
        () -> new LocalImageReader(docker(), READING_AN_IMAGE),
        () -> new ImageRecords(database()),
        clock);
  }

  /**
   * The workspace.
   *
   * @throws dev.envlens.workspace.WorkspaceFault when it can't be opened
   */
  public Workspace workspace() {
    return workspace.get();
  }

  /** Who uses a machine, as the system calls them. */
  public static String user() {
    return System.getProperty("user.name");
  }

  /** Curated environments, as far as they are known. The disk is read once. */
  public Catalogue curated() {
    return curated.get();
  }

  /** The file of the catalogue that the user of this machine made. */
  public UserCatalogue userCatalogue() {
    return new UserCatalogue(folders.data().resolve("curated.json"));
  }

  /** Builds images. Nothing is asked of the Docker engine yet. */
  public Builds builds() {
    return builds.get();
  }

  /** What is kept of the builds on this machine. */
  public BuildRecords buildRecords() {
    return new BuildRecords(database());
  }

  /**
   * What is remembered of the image with this hash; nothing where nothing was ever kept.
   *
   * @param hash 64 hex digits
   * @throws WorkspaceFault when the workspace doesn't answer
   * @throws DatabaseFault when the records can't be read
   */
  public Remembered remembered(String hash) {
    return Files.exists(databaseFile())
        ? new Remembered(sharing(hash), buildRecords().lastBuilt(hash).map(BuildRecord::took))
        : Remembered.nothing();
  }

  /** Where images are cached. It asks nobody by itself. */
  public ImageCache imageCache() {
    return imageCache.get();
  }

  /** Where the database is: whoever uses another one uses another workspace. */
  public Path databaseFile() {
    return settings.workspace().orElseGet(() -> folders.data().resolve("workspace.db"));
  }

  private Workspace openWorkspace() {
    try {
      return new EmbeddedWorkspace(database(), clock);
    } catch (DatabaseFault fault) {
      throw new WorkspaceFault(WorkspaceFault.Kind.UNREACHABLE, fault.getMessage(), fault);
    }
  }

  private DockerConnection connect() {
    return DockerConnection.to(settings);
  }

  private Builds openBuilds() {
    var workshop =
        new Workshop(docker(), new DockerCredentials(settings), settings, folders.data(), clock);
    return new Builds(
        workshop, this::buildRecords, this::sharing, new AfterBuilds(imageCache, this::images));
  }

  private List<String> sharing(String hash) {
    return workspace().sharing(hash).stream().map(version -> version.id().label()).toList();
  }

  private ImageCache openImageCache() {
    return ImageCache.of(settings, this::docker, clock);
  }

  /** By lambdas: a method reference would load what was never made, with its library. */
  @Override
  public void close() {
    workspace.ifMade(made -> made.close());
    imageCache.ifMade(made -> made.close());
    docker.ifMade(made -> made.close());
    database.ifMade(made -> made.close());
  }
}
