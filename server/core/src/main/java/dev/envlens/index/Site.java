package dev.envlens.index;

import dev.envlens.definition.Source;
import dev.envlens.text.LineIndex;
import dev.envlens.text.Position;
import dev.envlens.text.TextRange;
import java.net.URI;

/**
 * A stretch of a file whose text isn't kept: where it is, also by lines and UTF-16 units from 0.
 */
public record Site(URI file, TextRange range, Position start, Position end) {

  static Site of(Source source, TextRange range) {
    return of(source.uri(), source.yaml().lines(), range);
  }

  static Site of(URI file, LineIndex lines, TextRange range) {
    return new Site(file, range, lines.position(range.start()), lines.position(range.end()));
  }
}
