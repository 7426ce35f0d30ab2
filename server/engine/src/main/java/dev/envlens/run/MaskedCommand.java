package dev.envlens.run;

import dev.envlens.check.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Commands as they may be kept and shown. */
final class MaskedCommand {

  private static final String MASK = "***";

  /** An option whose value lets somebody in: {@code --password X}, {@code --api-key=X}. */
  private static final Pattern SECRET_OPTION =
      Pattern.compile(
          "(--?(?:[a-z0-9]+[-_])*(?:password|passwd|passphrase|token|secret|api[-_]?key"
              + "|access[-_]?key|account[-_]?key|credentials?|sas)(?:[-_][a-z0-9]+)*)(=.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private MaskedCommand() {}

  /** {@code command} with what looks like a secret replaced by stars. */
  static List<String> of(List<String> command) {
    List<String> masked = new ArrayList<>();
    boolean isValue = false;
    for (String argument : command) {
      var option = SECRET_OPTION.matcher(argument);
      boolean names = option.matches();
      if (isValue && !argument.startsWith("-")) {
        masked.add(MASK);
      } else if (names && option.group(2) != null) {
        masked.add(option.group(1) + "=" + MASK);
      } else {
        masked.add(Secrets.mask(argument));
      }
      isValue = names && option.group(2) == null;
    }
    return masked;
  }
}
