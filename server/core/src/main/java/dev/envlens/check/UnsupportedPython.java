package dev.envlens.check;

import dev.envlens.check.PythonVersions.Release;
import java.time.LocalDate;

/**
 * {@code unsupported-python}: the Python that is asked for is past its end of life. Source:
 * Microsoft's troubleshooting catalogue; the dates are those of Python's release calendar.
 */
final class UnsupportedPython extends AgingPython {

  UnsupportedPython() {
    super("unsupported-python", Severity.WARNING, "A version of Python past its end of life.");
  }

  @Override
  boolean isDue(Release release, LocalDate today) {
    return release.isUnsupported(today);
  }

  @Override
  String message(Release release) {
    return "Python %s gets no security fixes since its end of life on %s. Move to a newer one, such as %s."
        .formatted(
            release.version(),
            release.endOfLife(),
            PythonVersions.shipped().recommended(PackageNames.PYTHON));
  }
}
