package dev.envlens.files;

/** Why a build context can't be used; the message is for a user. */
final class ContextFault extends Exception {

  private static final long serialVersionUID = 1L;

  ContextFault(String message) {
    super(message);
  }
}
