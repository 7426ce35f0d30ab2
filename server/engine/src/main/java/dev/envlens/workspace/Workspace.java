package dev.envlens.workspace;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Registered environments by name and version. Every operation may wait, for a disk or a network,
 * and ends with a {@link WorkspaceFault} when it can't be done; ask on a thread that may wait.
 */
public interface Workspace extends AutoCloseable {

  /** Which workspace it is, in words: "the workspace in /home/…". */
  String label();

  /**
   * A page of the environments, by name.
   *
   * @param archived whether archived ones are listed too
   * @param next empty for the first page, else what the page before said
   */
  Slice<EnvironmentSummary> list(boolean archived, Optional<String> next);

  /** A page of the versions of {@code name}, the newest first; none when there is no such name. */
  Slice<EnvironmentVersion> versions(String name, Optional<String> next);

  /** One version, archived or not. */
  Optional<EnvironmentVersion> find(EnvironmentVersion.Id id);

  /** The version that was registered last and isn't archived; else the last archived one. */
  Optional<EnvironmentVersion> newest(String name);

  /** The versions under all names, archived ones too, whose hash this is. */
  List<EnvironmentVersion> sharing(String hash);

  /** What {@link #register} would do now. */
  Registration preview(Submission submission);

  /**
   * Registers a definition. One whose content is that of the newest version (or of the version that
   * it asks for) updates the notes of that one; else it becomes the next version, or the one that
   * it asks for.
   *
   * @throws WorkspaceFault {@code TAKEN} when the version that it asks for has another content
   */
  Registration register(Submission submission);

  /**
   * Puts a version away, or all of an environment, or takes it out again. Archived ones are still
   * found by name and version.
   */
  void archive(String name, Optional<String> version, boolean archived);

  /** The bytes of a file of a registered definition; the caller closes them. */
  InputStream open(EnvironmentVersion version, StoredFile file);

  @Override
  void close();
}
