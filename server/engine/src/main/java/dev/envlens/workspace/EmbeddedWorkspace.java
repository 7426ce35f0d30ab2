package dev.envlens.workspace;

import dev.envlens.check.EnvironmentName;
import dev.envlens.database.Database;
import dev.envlens.database.DatabaseFault;
import dev.envlens.workspace.Registration.Outcome;
import dev.envlens.workspace.WorkspaceFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The workspace of one user, in a database on this machine. What an operation has returned from is
 * on the disk; what others do at the same time, in this process or another, comes wholly before or
 * after it.
 */
public final class EmbeddedWorkspace implements Workspace {

  /** How many items a page has. */
  static final int PAGE = 100;

  private static final int LONGEST_VERSION = 255;

  private final Database database;
  private final Blobs blobs;
  private final Clock clock;

  /**
   * @param database stays open when the workspace is closed
   * @param clock tells when something is registered, to the millisecond
   */
  public EmbeddedWorkspace(Database database, Clock clock) {
    this.database = database;
    this.blobs = new Blobs(blobs(database.file()));
    this.clock = clock;
  }

  /** The folder beside {@code database} that keeps large contents. */
  private static Path blobs(Path database) {
    return database.resolveSibling("blobs");
  }

  @Override
  public String label() {
    return "the workspace in " + database.file();
  }

  @Override
  public Slice<EnvironmentSummary> list(boolean archived, Optional<String> next) {
    return read(
        rows ->
            slice(rows.summaries(archived, next.orElse(""), PAGE + 1), EnvironmentSummary::name));
  }

  @Override
  public Slice<EnvironmentVersion> versions(String name, Optional<String> next) {
    long before = next.map(EmbeddedWorkspace::number).orElse(Long.MAX_VALUE);
    return read(
        rows -> {
          var found = rows.versions(name, before, PAGE + 1);
          var page = found.subList(0, Math.min(PAGE, found.size()));
          return new Slice<>(
              page.stream().map(VersionRows.Row::version).toList(),
              found.size() > PAGE
                  ? Optional.of(Long.toString(page.get(PAGE - 1).id()))
                  : Optional.empty());
        });
  }

  private static long number(String next) {
    try {
      return Long.parseLong(next);
    } catch (NumberFormatException e) {
      throw new WorkspaceFault(Kind.NOT_FOUND, "'%s' isn't where a page ended.".formatted(next), e);
    }
  }

  private static <T> Slice<T> slice(List<T> found, Function<T, String> key) {
    var page = found.subList(0, Math.min(PAGE, found.size()));
    return new Slice<>(
        page, found.size() > PAGE ? Optional.of(key.apply(page.get(PAGE - 1))) : Optional.empty());
  }

  @Override
  public Optional<EnvironmentVersion> find(EnvironmentVersion.Id id) {
    return read(rows -> rows.find(id)).map(VersionRows.Row::version);
  }

  @Override
  public Optional<EnvironmentVersion> newest(String name) {
    return read(rows -> rows.newest(name)).map(VersionRows.Row::version);
  }

  @Override
  public List<EnvironmentVersion> sharing(String hash) {
    return read(rows -> rows.sharing(hash));
  }

  @Override
  public Registration preview(Submission submission) {
    requireTakable(submission);
    return read(rows -> decide(rows, submission).registration());
  }

  @Override
  public Registration register(Submission submission) {
    requireTakable(submission);
    Map<String, byte[]> small = prepare(submission);
    return write(
        connection -> {
          var rows = new VersionRows(connection);
          var decision = decide(rows, submission);
          var version = decision.registration().version();
          if (decision.registration().outcome() == Outcome.UNCHANGED) {
            return decision.registration();
          }
          Blobs.insert(connection, small);
          if (decision.replaced().isPresent()) {
            rows.update(decision.replaced().get(), version);
          } else {
            rows.insert(version);
          }
          return decision.registration();
        });
  }

  /**
   * What becomes of a submission.
   *
   * @param replaced the row of the version that is changed in place
   */
  private record Decision(Registration registration, Optional<Long> replaced) {}

  private Decision decide(VersionRows rows, Submission submission) throws SQLException {
    var asked =
        submission.version().map(version -> new EnvironmentVersion.Id(submission.name(), version));
    var there = asked.isPresent() ? rows.find(asked.get()) : rows.newest(submission.name());
    var same = there.filter(row -> row.hash().equals(submission.content().hash()));
    if (same.isPresent()) {
      return again(same.get(), submission);
    }
    if (asked.isPresent() && there.isPresent()) {
      throw taken(there.get().version(), submission);
    }
    Instant now = now();
    var id =
        asked.isPresent()
            ? asked.get()
            : new EnvironmentVersion.Id(submission.name(), rows.nextVersion(submission.name()));
    var history =
        new EnvironmentVersion.History(now, submission.by(), now, submission.source(), false);
    var version = new EnvironmentVersion(id, submission.content(), submission.notes(), history);
    return new Decision(new Registration(Outcome.CREATED, version), Optional.empty());
  }

  /** What is registered again with the same hash: notes and texts are taken over. */
  private Decision again(VersionRows.Row row, Submission submission) {
    var old = row.version();
    boolean same =
        old.notes().equals(submission.notes())
            && old.content().equals(submission.content())
            && !old.history().archived();
    if (same) {
      return new Decision(new Registration(Outcome.UNCHANGED, old), Optional.empty());
    }
    var history =
        new EnvironmentVersion.History(
            old.history().created(), old.history().createdBy(), now(), submission.source(), false);
    var version =
        new EnvironmentVersion(old.id(), submission.content(), submission.notes(), history);
    return new Decision(new Registration(Outcome.UPDATED, version), Optional.of(row.id()));
  }

  private static WorkspaceFault taken(EnvironmentVersion there, Submission submission) {
    return new WorkspaceFault(
        Kind.TAKEN,
        "'%s' is taken by a definition with another hash, %s instead of %s%s. Leave the version out to get the next one, or name another."
            .formatted(
                there.id().label(),
                there.content().hash().substring(0, 8),
                submission.content().hash().substring(0, 8),
                ContentDiff.words(there.content(), submission.content())));
  }

  @Override
  public void archive(String name, Optional<String> version, boolean archived) {
    int changed = write(connection -> new VersionRows(connection).archive(name, version, archived));
    if (changed == 0) {
      throw Listing.notFound(new Listing.Named(name, version), this);
    }
  }

  @Override
  public InputStream open(EnvironmentVersion version, StoredFile file) {
    try {
      var small = database.read(connection -> Blobs.find(connection, file));
      return small.isPresent() ? new ByteArrayInputStream(small.get()) : blobs.open(file);
    } catch (DatabaseFault fault) {
      throw unreachable(fault);
    } catch (IOException fault) {
      throw new WorkspaceFault(
          Kind.UNREACHABLE,
          "The content of '%s' of '%s' is missing beside %s. Register the definition again."
              .formatted(file.path(), version.id().label(), database.file()),
          fault);
    }
  }

  /** The database is whoever's who opened it. */
  @Override
  public void close() {}

  private static void requireTakable(Submission submission) {
    EnvironmentName.fault(submission.name())
        .ifPresent(
            fault -> {
              throw new WorkspaceFault(Kind.REFUSED, fault);
            });
    submission
        .version()
        .filter(version -> !isVersion(version))
        .ifPresent(
            version -> {
              throw new WorkspaceFault(
                  Kind.REFUSED,
                  "'%s' can't be a version: use at most %d letters, digits, '-', '_' and '.'."
                      .formatted(version, LONGEST_VERSION));
            });
  }

  private static boolean isVersion(String version) {
    return !version.isEmpty()
        && version.length() <= LONGEST_VERSION
        && version
            .chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_'
                        || c == '.');
  }

  private Map<String, byte[]> prepare(Submission submission) {
    try {
      return blobs.prepare(submission);
    } catch (IOException fault) {
      throw new WorkspaceFault(
          Kind.UNREACHABLE,
          "Can't register '%s': %s.".formatted(submission.name(), fault.getMessage()),
          fault);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T in(VersionRows rows) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try {
      return database.read(connection -> reading.in(new VersionRows(connection)));
    } catch (DatabaseFault fault) {
      throw unreachable(fault);
    }
  }

  private <T> T write(Database.Work<T> work) {
    try {
      return database.write(work);
    } catch (DatabaseFault fault) {
      throw unreachable(fault);
    }
  }

  private static WorkspaceFault unreachable(DatabaseFault fault) {
    return new WorkspaceFault(Kind.UNREACHABLE, fault.getMessage(), fault);
  }
}
