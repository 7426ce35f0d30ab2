package dev.envlens.run;

import dev.envlens.check.Secrets;
import dev.envlens.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes on what a program prints, line by line as UTF-8, with secrets masked. */
public final class Lines extends OutputStream {

  /** What a program prints without a line break is cut at this many bytes. */
  private static final int LONGEST = 64 * 1024;

  private final Progress progress;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  public Lines(Progress progress) {
    this.progress = progress;
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\n') {
      end();
    } else if (b != '\r') {
      line.write(b);
      if (line.size() >= LONGEST) {
        end();
      }
    }
  }

  private void end() {
    progress.line(Secrets.mask(line.toString(StandardCharsets.UTF_8)));
    line.reset();
  }

  /** Says the last line, if it has no end. */
  @Override
  public synchronized void close() {
    if (line.size() > 0) {
      end();
    }
  }
}
