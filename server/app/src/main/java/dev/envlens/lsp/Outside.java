package dev.envlens.lsp;

import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.RegisteredVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who answers what isn't in any file. Everything here may wait, and may fail. */
interface Outside {

  /** Something was done that may have changed what they would say: nothing said before counts. */
  void expire();

  /** All versions of the environment called {@code name}, the newest first. */
  List<RegisteredVersion> versions(String name);

  List<String> names();

  List<RegisteredVersion> sharing(String hash);

  CacheStatus status(String hash);

  Optional<BuiltImage> built(String hash);

  Optional<Duration> lastTook(String hash);

  Optional<BaseImage> base(String reference);
}
