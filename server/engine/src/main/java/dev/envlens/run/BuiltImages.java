package dev.envlens.run;

import dev.envlens.build.BuildRequest;
import dev.envlens.build.Builds;
import dev.envlens.definition.Definition;
import dev.envlens.link.Surroundings;
import dev.envlens.progress.Progress;
import java.util.function.Supplier;

/** Images from the cache, else built. */
public final class BuiltImages implements Images {

  private final Supplier<Builds> builds;

  /**
   * @param builds asked for when an image is
   */
  public BuiltImages(Supplier<Builds> builds) {
    this.builds = builds;
  }

  @Override
  public RunImage of(
      Definition definition, Surroundings surroundings, String source, Progress progress) {
    var image =
        builds
            .get()
            .build(new BuildRequest(definition, surroundings, source, false, false), progress)
            .image();
    return new RunImage(image.reference(), image.id());
  }
}
