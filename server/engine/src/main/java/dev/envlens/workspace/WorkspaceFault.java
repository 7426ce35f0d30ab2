package dev.envlens.workspace;

/** The workspace did not do what it was asked for. The message is a sentence for a user. */
public final class WorkspaceFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of fault it is, for whoever has to decide what to do next. */
  public enum Kind {
    /** There is no such environment or version. */
    NOT_FOUND,
    /** The version is taken by another definition. */
    TAKEN,
    /** Somebody else was faster; asking again may help. */
    CONFLICT,
    /** It may not be done, as things are: an invalid name, a secret in the definition. */
    REFUSED,
    /** The workspace doesn't answer; asking again later may help. */
    UNREACHABLE
  }

  private final Kind kind;

  public WorkspaceFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public WorkspaceFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
