package dev.envlens.lsp;

import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.RegisteredVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that only Docker, a registry or the workspace can answer.
 *
 * @param <T> what the answer is
 */
sealed interface Question<T> {

  /** Asks; may wait for a disk or a network. */
  T ask(Outside outside);

  /** All versions of one environment. */
  record Versions(String name) implements Question<List<RegisteredVersion>> {
    @Override
    public List<RegisteredVersion> ask(Outside outside) {
      return outside.versions(name);
    }
  }

  /** The names of all environments. */
  record Names() implements Question<List<String>> {
    @Override
    public List<String> ask(Outside outside) {
      return outside.names();
    }
  }

  /** The versions that share a hash. */
  record Sharing(String hash) implements Question<List<RegisteredVersion>> {
    @Override
    public List<RegisteredVersion> ask(Outside outside) {
      return outside.sharing(hash);
    }
  }

  /** Where an image is cached. */
  record Status(String hash) implements Question<CacheStatus> {
    @Override
    public CacheStatus ask(Outside outside) {
      return outside.status(hash);
    }
  }

  /** What is in an image. */
  record Built(String hash) implements Question<Optional<BuiltImage>> {
    @Override
    public Optional<BuiltImage> ask(Outside outside) {
      return outside.built(hash);
    }
  }

  /** How long an image's last build took. */
  record LastTook(String hash) implements Question<Optional<Duration>> {
    @Override
    public Optional<Duration> ask(Outside outside) {
      return outside.lastTook(hash);
    }
  }

  /** What a base image's name stands for now. */
  record Base(String reference) implements Question<Optional<BaseImage>> {
    @Override
    public Optional<BaseImage> ask(Outside outside) {
      return outside.base(reference);
    }
  }
}
