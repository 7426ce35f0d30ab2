package dev.envlens.check;

import dev.envlens.check.PythonVersions.Release;
import java.time.LocalDate;

/**
 * {@code deprecated-python}: the Python that is asked for ends within six months. Source:
 * Microsoft's troubleshooting catalogue; the dates are those of Python's release calendar.
 */
final class DeprecatedPython extends AgingPython {

  private static final int MONTHS = 6;

  DeprecatedPython() {
    super(
        "deprecated-python",
        Severity.HINT,
        "A version of Python within six months of its end of life.");
  }

  @Override
  boolean isDue(Release release, LocalDate today) {
    return !release.isUnsupported(today)
        && !today.isBefore(release.endOfLife().minusMonths(MONTHS));
  }

  @Override
  String message(Release release) {
    return "Python %s gets security fixes until %s and none after that. Plan to move to a newer one, such as %s."
        .formatted(
            release.version(),
            release.endOfLife(),
            PythonVersions.shipped().recommended(PackageNames.PYTHON));
  }
}
