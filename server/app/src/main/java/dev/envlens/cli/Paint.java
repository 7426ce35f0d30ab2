package dev.envlens.cli;

import dev.envlens.check.Severity;

/** Colours, where they are wanted. */
record Paint(boolean on) {

  String strong(String text) {
    return painted("1", text);
  }

  String faint(String text) {
    return painted("34", text);
  }

  String good(String text) {
    return painted("32", text);
  }

  String of(Severity severity, String text) {
    return painted(
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "1;33";
          case INFORMATION -> "1;36";
          case HINT -> "1;32";
        },
        text);
  }

  private String painted(String code, String text) {
    return on && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
