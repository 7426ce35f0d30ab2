package dev.envlens.catalogue;

/**
 * That a catalogue can't be read or written, or lacks what was asked for: a sentence for a user.
 */
public final class CatalogueFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CatalogueFault(String message) {
    super(message, null, false, false);
  }
}
