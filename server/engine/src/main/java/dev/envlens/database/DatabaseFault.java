package dev.envlens.database;

/** The database can't do what it was asked for. The message is a sentence for a user. */
public final class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseFault(String message, Throwable cause) {
    super(message, cause);
  }
}
