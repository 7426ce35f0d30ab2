package dev.envlens.machine;

import dev.envlens.cache.ImageCache;
import dev.envlens.catalogue.UserCatalogue;
import dev.envlens.curated.Catalogue;
import dev.envlens.database.Database;
import dev.envlens.database.DatabaseFault;
import dev.envlens.docker.DockerConnection;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import dev.envlens.workspace.EmbeddedWorkspace;
import dev.envlens.workspace.Workspace;
import dev.envlens.workspace.WorkspaceFault;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The parts of this machine, each started when it is first asked for and stopped at the end. Any
 * thread may ask.
 */
public final class Machine implements AutoCloseable {

  private final MachineSettings settings;
  private final UserFolders folders;
  private final Clock clock;
  private final Lazy<Database> database = new Lazy<>(() -> Database.open(databaseFile()));
  private final Lazy<Workspace> workspace = new Lazy<>(this::openWorkspace);
  private final Lazy<DockerConnection> docker = new Lazy<>(this::connect);
  private final Lazy<Catalogue> curated = new Lazy<>(() -> userCatalogue().readOrShipped());
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

  /**
   * The workspace.
   *
   * @throws dev.envlens.workspace.WorkspaceFault when it can't be opened
   */
  public Workspace workspace() {
    return workspace.get();
  }

  /** Who uses this machine, as the system calls them. */
  public String user() {
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

  private ImageCache openImageCache() {
    return ImageCache.of(settings, this::docker, clock);
  }

  @Override
  public void close() {
    workspace.ifMade(Workspace::close);
    imageCache.ifMade(ImageCache::close);
    docker.ifMade(DockerConnection::close);
    database.ifMade(Database::close);
  }
}
