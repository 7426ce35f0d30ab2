package dev.envlens.check;

import dev.envlens.conda.Parsed;
import dev.envlens.definition.CondaSection;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import java.util.Optional;

/** The fix of a malformed dependency, where it is plain what was meant. */
final class Corrections {

  /** A title quotes no longer text than this. */
  private static final int QUOTED = 60;

  private Corrections() {}

  /** Writes what the parser offers in place of {@code text}. */
  static Optional<Fix> of(CondaSection conda, Scalar text, Parsed.Bad<?> bad) {
    return bad.correction()
        .filter(correction -> text.verbatim())
        .map(
            correction ->
                Fix.edit(title(correction), conda.source().uri(), edit(conda, text, correction))
                    .movingHash(true));
  }

  /** A URL may hold a password, which belongs in no title. */
  static String title(String correction) {
    boolean showable = correction.length() <= QUOTED && !correction.contains("://");
    return showable ? "Write '%s'".formatted(correction) : "Correct it";
  }

  private static TextEdit edit(CondaSection conda, Scalar text, String correction) {
    var yaml = conda.source().yaml();
    if (text.style() != ScalarStyle.PLAIN) {
      return new YamlEdits(yaml).replace(text, correction);
    }
    var style = ListEdits.isBlockItem(yaml, text) ? NewValue.Style.BLOCK : NewValue.Style.FLOW;
    return TextEdit.replace(text.range(), NewValue.scalar(correction, style));
  }
}
