package dev.envlens.app;

/** The one entry point: the command line, which also starts the language server. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(0);
  }
}
