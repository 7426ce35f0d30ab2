package dev.envlens.link;

import java.util.List;

/** What stands where the path of a build context points. */
public sealed interface ContextState {

  /**
   * A folder. {@code entries} are the files that a build would see, sorted by the UTF-8 bytes of
   * their paths; {@code uploadHash} is the SDK's hash of the folder: MD5, 32 lower-case hex digits.
   */
  record Files(List<ContextEntry> entries, String uploadHash) implements ContextState {}

  /** There is nothing; {@code nearby} as in {@link FileState.Missing}. */
  record Missing(List<String> nearby) implements ContextState {}

  /** It is there and cannot be used; {@code reason} says why in words for a user. */
  record Unusable(String reason) implements ContextState {}

  /** Not known yet; nothing may be said about it. */
  record Pending() implements ContextState {}
}
