package dev.envlens.conda;

/**
 * A whole number of any length, as versions hold them: dates and hashes outgrow a {@code long}.
 *
 * @param digits one or more ASCII digits, without leading zeros
 */
public record Numeral(String digits) implements Comparable<Numeral> {

  static final Numeral ZERO = new Numeral("0");

  /**
   * @throws IllegalArgumentException when {@code digits} is empty or holds anything but digits
   */
  public Numeral {
    if (digits.isEmpty() || !Characters.areAll(digits, Characters::isDigit)) {
      throw new IllegalArgumentException("not a number: " + digits);
    }
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    digits = digits.substring(zeros);
  }

  public boolean isZero() {
    return digits.equals("0");
  }

  @Override
  public int compareTo(Numeral other) {
    int byLength = Integer.compare(digits.length(), other.digits.length());
    return byLength != 0 ? byLength : digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
