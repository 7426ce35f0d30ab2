package dev.envlens.link;

import java.util.List;

/** What a folder holds, one level deep. */
public sealed interface Listing {

  /**
   * One name in a folder.
   *
   * @param isFolder whether it is a folder itself, or a link to one
   */
  record Named(String name, boolean isFolder) {}

  /** The names, sorted; of a folder with very many, the first ones. */
  record Names(List<Named> names) implements Listing {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** There is no such folder, or it can't be read. */
  record Missing() implements Listing {}

  /** Not known yet; asked again a little later, it will be. */
  record Pending() implements Listing {}
}
