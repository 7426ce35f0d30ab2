package dev.envlens.doctor;

/**
 * One thing looked at.
 *
 * @param advice what is wrong with it and what to do; empty when all is well
 */
public record Sign(String name, String value, String advice) {

  public static Sign fine(String name, String value) {
    return new Sign(name, value, "");
  }

  public boolean isFine() {
    return advice.isEmpty();
  }
}
