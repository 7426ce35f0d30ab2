package dev.envlens.link;

import java.util.List;

/** What stands where a path to a file points. */
public sealed interface FileState {

  /** A readable text file. */
  record Text(String text) implements FileState {}

  /** There is a folder of that name. */
  record Folder() implements FileState {}

  /**
   * There is nothing. {@code nearby} are the paths that may have been meant, best first, relative
   * to the folder of the file that was looked for and written with {@code /}.
   */
  record Missing(List<String> nearby) implements FileState {}

  /** It is there and cannot be read as text; {@code reason} says why in words for a user. */
  record Unreadable(String reason) implements FileState {}

  /** Not known yet; nothing may be said about it. */
  record Pending() implements FileState {}
}
