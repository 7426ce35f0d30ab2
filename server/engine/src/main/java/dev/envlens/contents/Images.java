package dev.envlens.contents;

import dev.envlens.known.BuiltImage;
import dev.envlens.progress.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** Images of this machine's engine, and what was recorded of those that were built here. */
public final class Images {

  private static final int NAME_DIGITS = 32;

  private final Supplier<LocalImageReader> engine;
  private final Supplier<ImageRecords> records;
  private final Clock clock;

  /** Both are opened when they are first needed. */
  public Images(Supplier<LocalImageReader> engine, Supplier<ImageRecords> records, Clock clock) {
    this.engine = engine;
    this.records = records;
    this.clock = clock;
  }

  /**
   * How the image with this hash is called in a local engine.
   *
   * @param hash at least its first 32 hex digits
   */
  public static String reference(String hash) {
    return "azureml/azureml_" + hash.substring(0, NAME_DIGITS);
  }

  /**
   * Reads what is in an image that was just built or pulled, and keeps it.
   *
   * @param hash of the definition, 64 hex digits
   * @param base the base image that it was built from, with the digest that this had
   * @return empty when the engine has no such image
   */
  public Optional<ImageRecord> record(
      String hash, String reference, Optional<BuiltImage.Base> base, Progress progress) {
    progress.step("Reading what is in " + reference, -1);
    var details = engine.get().details(reference);
    var contents = engine.get().contents(reference, progress);
    if (details.isEmpty() || contents.isEmpty()) {
      return Optional.empty();
    }
    var record =
        new ImageRecord(hash, details.get().id(), built(details.get()), base, contents.get());
    records.get().save(record);
    return Optional.of(record);
  }

  /** Looks at the image that a definition with this hash leads to: 64 hex digits. */
  public ImageReport ofHash(String hash, Progress progress) {
    return look(reference(hash), Optional.of(hash), progress);
  }

  /** Looks at any image of the engine. */
  public ImageReport ofReference(String reference, Progress progress) {
    return look(reference, Optional.empty(), progress);
  }

  /** What is known of the packages of the image with this hash, without asking the engine. */
  public Optional<BuiltImage> known(String hash) {
    return records.get().find(hash).map(ImageRecord::known);
  }

  private ImageReport look(String reference, Optional<String> hash, Progress progress) {
    var details = engine.get().details(reference);
    if (details.isEmpty()) {
      return new ImageReport(reference, hash, Optional.empty(), Optional.empty(), Optional.empty());
    }
    String id = details.get().id();
    var record = hash.flatMap(records.get()::find).filter(found -> found.id().equals(id));
    if (record.isPresent()) {
      return new ImageReport(
          reference, hash, details, record.get().base(), Optional.of(record.get().contents()));
    }
    progress.step("Reading what is in " + reference, -1);
    var contents = engine.get().contents(reference, progress);
    if (hash.isPresent() && contents.isPresent()) {
      // Somebody else built it, so what base it had isn't known.
      Instant built = built(details.get());
      records.get().save(new ImageRecord(hash.get(), id, built, Optional.empty(), contents.get()));
    }
    return new ImageReport(reference, hash, details, Optional.empty(), contents);
  }

  /** As exactly as it is kept. */
  private Instant built(ImageDetails image) {
    return image.created().orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
  }
}
