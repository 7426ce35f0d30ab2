package dev.envlens.definition;

import dev.envlens.text.TextRange;

/** A place where a file defines an environment or names one. */
public sealed interface EnvironmentUse permits Definition, Reference {

  Source source();

  /** The JSON pointer (RFC 6901) of the place within its document. */
  String pointer();

  /** Where what concerns the environment as a whole is shown: its name, its first key or itself. */
  TextRange anchor();
}
