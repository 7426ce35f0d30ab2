package dev.envlens.machine;

import dev.envlens.build.Witness;
import dev.envlens.cache.ImageCache;
import dev.envlens.check.Secrets;
import dev.envlens.contents.Images;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** What follows a build: who looks at the cache sees it, and what is in the image is kept. */
final class AfterBuilds implements Witness {

  private final Lazy<ImageCache> cache;
  private final Supplier<Images> images;

  /**
   * @param cache told only where somebody uses it already
   */
  AfterBuilds(Lazy<ImageCache> cache, Supplier<Images> images) {
    this.cache = cache;
    this.images = images;
  }

  @Override
  public void begins(DefinitionHash hash) {
    cache.ifMade(made -> made.building(hash.hex()));
  }

  @Override
  public void made(Made image, Progress progress) {
    try {
      var unused =
          images.get().record(image.hash().hex(), image.reference(), image.base(), progress);
    } catch (CancellationException cancelled) {
      progress.line("What is in the image was not read. It will be when it is asked for.");
    } catch (RuntimeException fault) {
      progress.line(
          "The image is there, but not known is what is in it. %s"
              .formatted(Secrets.mask(String.valueOf(fault.getMessage()))));
    }
  }

  @Override
  public void ended(DefinitionHash hash) {
    cache.ifMade(
        made -> {
          var unused = made.ended(hash.hex());
        });
  }
}
