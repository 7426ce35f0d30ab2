package dev.envlens.link;

import java.net.URI;

/**
 * What folders hold. An implementation that must not wait answers {@code Pending}; nothing is
 * announced later, whoever asks asks again with the next character that is typed.
 */
public interface Listings {

  Listing folder(URI folder);
}
