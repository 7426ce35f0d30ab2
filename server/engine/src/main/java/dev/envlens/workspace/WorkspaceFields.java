package dev.envlens.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a workspace says, as the fields of JSON objects: texts, numbers, flags, lists and maps. The
 * command line and the commands of the protocol say the same. Described in docs/workspace.md.
 */
public final class WorkspaceFields {

  /** The size, in bytes, over which a file's text isn't given. */
  private static final long LONGEST_TEXT = 256 * 1024;

  private WorkspaceFields() {}

  /** All environments. */
  public static Map<String, Object> list(Workspace workspace, boolean archived) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("workspace", workspace.label());
    fields.put(
        "environments",
        new Listing(workspace).environments(archived).stream().map(WorkspaceFields::of).toList());
    return fields;
  }

  private static Map<String, Object> of(EnvironmentSummary summary) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", summary.name());
    fields.put("newest", summary.newest());
    fields.put("hash", summary.hash());
    fields.put("versions", summary.versions());
    fields.put("modified", summary.modified().toString());
    fields.put("archived", summary.archived());
    return fields;
  }

  /**
   * The versions that are named.
   *
   * @param texts whether the texts of their files are given
   */
  public static Map<String, Object> show(Workspace workspace, Listing.Named named, boolean texts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", named.name());
    fields.put(
        "versions",
        new Listing(workspace)
            .versions(named).stream()
                .map(version -> of(version, texts ? Optional.of(workspace) : Optional.empty()))
                .toList());
    return fields;
  }

  /** What registering did or would do. */
  public static Map<String, Object> of(Registration registration) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("outcome", registration.outcome().label());
    fields.putAll(of(registration.version(), Optional.empty()));
    return fields;
  }

  /** A preview of what can't be registered, since the version that it asks for is taken. */
  public static Map<String, Object> taken(WorkspaceFault fault) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("outcome", "taken");
    fields.put("reason", fault.getMessage());
    return fields;
  }

  private static Map<String, Object> of(EnvironmentVersion version, Optional<Workspace> texts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", version.id().name());
    fields.put("version", version.id().version());
    fields.put("hash", version.content().hash());
    fields.put("kind", version.content().kind());
    fields.put("description", version.notes().description());
    fields.put("tags", new TreeMap<>(version.notes().tags()));
    fields.put("properties", new TreeMap<>(version.notes().properties()));
    fields.put("created", version.history().created().toString());
    fields.put("createdBy", version.history().createdBy());
    fields.put("modified", version.history().modified().toString());
    fields.put("source", version.history().source());
    fields.put("archived", version.history().archived());
    fields.put("definition", version.content().definition());
    List<Map<String, Object>> files =
        version.content().files().stream().map(file -> of(version, file, texts)).toList();
    fields.put("files", files);
    return fields;
  }

  private static Map<String, Object> of(
      EnvironmentVersion version, StoredFile file, Optional<Workspace> texts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", file.path());
    fields.put("size", file.size());
    fields.put("sha256", file.sha256());
    fields.put("executable", file.executable());
    file.link().ifPresent(target -> fields.put("link", target));
    if (file.link().isEmpty() && file.size() <= LONGEST_TEXT) {
      texts
          .flatMap(workspace -> text(workspace, version, file))
          .ifPresent(text -> fields.put("text", text));
    }
    return fields;
  }

  /** None for what is no text. */
  private static Optional<String> text(
      Workspace workspace, EnvironmentVersion version, StoredFile file) {
    try (InputStream in = workspace.open(version, file)) {
      var bytes = ByteBuffer.wrap(in.readAllBytes());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
