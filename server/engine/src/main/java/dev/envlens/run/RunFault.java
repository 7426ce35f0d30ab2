package dev.envlens.run;

/** A command couldn't be run. The message is a sentence for a user. */
public final class RunFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a run that didn't happen answers, as {@code env}, {@code nohup} and Docker do. */
  public static final int FAILED = 125;

  /** The command is there and can't be executed. */
  public static final int NOT_EXECUTABLE = 126;

  /** There is no such command. */
  public static final int NOT_FOUND = 127;

  private final int status;

  public RunFault(String message) {
    this(FAILED, message);
  }

  public RunFault(int status, String message) {
    super(message);
    this.status = status;
  }

  public RunFault(String message, Throwable cause) {
    super(message, cause);
    this.status = FAILED;
  }

  /** The exit status that says so: 125, 126 or 127. */
  public int status() {
    return status;
  }
}
