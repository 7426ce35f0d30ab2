package dev.envlens.buildlog;

/**
 * What a line of a log said.
 *
 * @param about the package, image, command or host; empty where it doesn't say
 */
record Clue(Kind kind, Signature.Weight weight, String about) {

  boolean outweighs(Clue other) {
    return weight.compareTo(other.weight()) > 0;
  }

  Clue about(String other) {
    return new Clue(kind, weight, other);
  }
}
