package dev.envlens.files;

import java.util.Locale;

/** Sizes of files in words. One KB is 1,024 bytes. */
public final class SizeWords {

  private SizeWords() {}

  /** Why a file of {@code size} bytes isn't read where at most {@code most} are. */
  static String tooLarge(long size, long most) {
    String has = of(size);
    String may = of(most);
    return has.equals(may)
        ? "is too large: over %s, the most that is read".formatted(may)
        : "is too large: %s, and at most %s are read".formatted(has, may);
  }

  /** A size as {@code 1.5 MB}. */
  public static String of(long bytes) {
    String[] units = {"KB", "MB", "GB", "TB"};
    if (bytes < 1024) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double size = bytes / 1024.0;
    int unit = 0;
    while (size >= 1024 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    String digits = String.format(Locale.ROOT, "%.1f", size);
    return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
        + " "
        + units[unit];
  }
}
