package dev.envlens.lsp;

import dev.envlens.link.Listing;
import dev.envlens.link.Listings;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What folders held when they were last looked at. Never waits: asking has the folder read in the
 * background, so that the next answer is what it holds then, whether or not the editor tells of
 * changes on disk.
 */
final class LiveListings implements Listings {

  /** How many folders are remembered; those that somebody works in are few. */
  private static final int MANY = 200;

  private final Function<URI, Listing> read;
  private final Map<URI, Listing> known = new ConcurrentHashMap<>();
  private final NewestWins<URI> reads;

  LiveListings(Executor reading, Function<URI, Listing> read) {
    this.read = read;
    this.reads = new NewestWins<>(reading, this::read);
  }

  @Override
  public Listing folder(URI folder) {
    var listing = known.getOrDefault(folder, new Listing.Pending());
    reads.submit(folder);
    return listing;
  }

  NewestWins<URI> reads() {
    return reads;
  }

  private void read(URI folder) {
    var listing = read.apply(folder);
    if (known.size() >= MANY) {
      known.clear();
    }
    known.put(folder, listing);
  }
}
