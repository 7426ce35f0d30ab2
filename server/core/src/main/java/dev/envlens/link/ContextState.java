package dev.envlens.link;

import java.util.List;
import java.util.Optional;

/** What stands where the path of a build context points. */
public sealed interface ContextState {

  /**
   * A folder. {@code entries} are the files that a build would see, sorted by the UTF-8 bytes of
   * their paths.
   */
  record Files(List<ContextEntry> entries, UploadHash uploadHash) implements ContextState {

    /** With the SDK's hash of the folder, 32 lower-case hex digits, known beforehand. */
    public Files(List<ContextEntry> entries, String uploadHash) {
      this(entries, new UploadHash.Known(Optional.of(uploadHash)));
    }

    /** The same with the SDK's hash found out, for whoever may not wait later. */
    public Files settled() {
      return new Files(entries, new UploadHash.Known(uploadHash.hex()));
    }
  }

  /** There is nothing; {@code nearby} as in {@link FileState.Missing}. */
  record Missing(List<String> nearby) implements ContextState {}

  /** It is there and cannot be used; {@code reason} says why in words for a user. */
  record Unusable(String reason) implements ContextState {}

  /** Not known yet; nothing may be said about it. */
  record Pending() implements ContextState {}
}
