package dev.envlens.build;

import java.util.List;

/** Says who else uses an image. */
@FunctionalInterface
public interface Sharing {

  /**
   * The registered environments with this hash, as {@code NAME:VERSION}.
   *
   * @param hash 64 hex digits
   */
  List<String> environments(String hash);
}
