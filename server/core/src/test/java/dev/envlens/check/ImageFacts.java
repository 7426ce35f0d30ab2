package dev.envlens.check;

import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Facts about images, written out: one image for every hash, one base image for every name. */
final class ImageFacts {

  static final String DIGEST = "sha256:1f2e" + "0".repeat(60);
  static final String OLD_DIGEST = "sha256:abcd" + "0".repeat(60);

  /** Numpy and python by conda, azure-core by pip. */
  static final Facts BUILT = of(Optional.empty(), Optional.empty());

  /** The registry knows what every base image means. */
  static final Facts BASE =
      of(
          Optional.empty(),
          Optional.of(new BaseImage(DIGEST, Optional.of("3.12.3"), "the local engine")));

  /** What {@code python:3.12} means isn't what the image was built from. */
  static final Facts MOVED =
      of(
          Optional.of(new BuiltImage.Base("python:3.12", OLD_DIGEST)),
          Optional.of(new BaseImage(DIGEST, Optional.empty(), "the local engine")));

  private ImageFacts() {}

  static Facts of(Optional<BuiltImage.Base> base, Optional<BaseImage> known) {
    var built =
        new BuiltImage(
            Instant.parse("2026-05-03T23:00:00Z"),
            base,
            List.of(
                conda("numpy", "1.26.4"),
                conda("python", "3.12.3"),
                conda("pip", "24.2"),
                conda("foo", "1.2"),
                new InstalledPackage(Origin.PIP, "azure-core", "1.30.1", Optional.empty()),
                new InstalledPackage(Origin.DPKG, "curl", "7.88", Optional.empty())));
    return new Facts(
        LocalDate.of(2026, 6, 1),
        Served.unknown(),
        Registered.unknown(),
        new KnownImages() {
          @Override
          public Optional<CacheStatus> status(String hash) {
            return Optional.empty();
          }

          @Override
          public Optional<BuiltImage> built(String hash) {
            return Optional.of(built);
          }

          @Override
          public Optional<BaseImage> base(String reference) {
            return known;
          }
        });
  }

  private static InstalledPackage conda(String name, String version) {
    return new InstalledPackage(Origin.CONDA, name, version, Optional.of("conda-forge"));
  }
}
