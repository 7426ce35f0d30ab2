package dev.envlens.build;

import dev.envlens.definition.DefinitionHash;
import dev.envlens.known.BuiltImage;
import dev.envlens.progress.Progress;
import java.util.Optional;

/** Hears of builds, on the thread that builds. It never fails. */
public interface Witness {

  /**
   * An image.
   *
   * @param reference its name at the engine
   * @param base the base image that it was built from, where a registry's digest of it is known
   */
  record Made(DefinitionHash hash, String reference, Optional<BuiltImage.Base> base) {}

  /** The image isn't in the engine, or is to be replaced: it is pulled, or built. */
  void begins(DefinitionHash hash);

  /** The engine has a new image. */
  void made(Made image, Progress progress);

  /** That is over, however it ended; told also where nothing had to begin. */
  void ended(DefinitionHash hash);
}
