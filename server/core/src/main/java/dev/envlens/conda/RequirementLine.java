package dev.envlens.conda;

import java.util.List;
import java.util.Optional;

/** One line of a pip requirements file, or one entry of a conda file's {@code pip:} list. */
public sealed interface RequirementLine {

  /** A requirement with the options that belong to it, such as {@code --hash=sha256:…}. */
  record Named(Requirement requirement, List<PipOption> options) implements RequirementLine {
    public Named {
      options = List.copyOf(options);
    }

    /** Whether it says which files will do, by their checksums. */
    public boolean hasHash() {
      return RequirementLine.hasHash(options);
    }
  }

  /** What can be installed without naming it. */
  sealed interface Target extends RequirementLine {
    DirectReference reference();
  }

  /** A file to be downloaded: {@code https://host/name-1.0.whl}. */
  record Url(DirectReference reference, Optional<Part> marker, List<PipOption> options)
      implements Target {
    public Url {
      options = List.copyOf(options);
    }
  }

  /** A repository: {@code git+https://host/repository@revision#egg=name}. */
  record Vcs(DirectReference reference, Optional<Part> marker, List<PipOption> options)
      implements Target {
    public Vcs {
      options = List.copyOf(options);
    }
  }

  /**
   * A file or folder of the machine that builds; a {@code file:} URL too.
   *
   * @param path as written, without the extras that may follow a folder
   */
  record LocalPath(
      DirectReference reference, Part path, Optional<Part> marker, List<PipOption> options)
      implements Target {
    public LocalPath {
      options = List.copyOf(options);
    }
  }

  /** {@code -e}: installed so that edits of its source count at once. */
  record Editable(Target target) implements RequirementLine {}

  /** {@code -r}: another requirements file. */
  record IncludeRequirements(Part path) implements RequirementLine {}

  /** {@code -c}: a file that limits versions. */
  record Constraints(Part path) implements RequirementLine {}

  /** Options for all of the file, at least one. */
  record Options(List<PipOption> options) implements RequirementLine {
    public Options {
      options = List.copyOf(options);
    }
  }

  /** Nothing, or a comment. */
  record Blank() implements RequirementLine {}

  /** Reads a line without continuations; a {@code # comment} may follow. */
  static Parsed<RequirementLine> parse(String text) {
    return Fault.guard(text, RequirementLineReader::read);
  }

  /**
   * How far this leaves open what is installed. Empty for what installs nothing by itself, and for
   * a path: what it holds is under the hand of whoever wrote the line.
   */
  default Optional<Pinning> pinning() {
    if (this instanceof Named named) {
      return Optional.of(withHashes(named.requirement().pinning(), named.options()));
    }
    if (this instanceof Editable editable) {
      return editable.target().pinning();
    }
    if (this instanceof Url url) {
      return Optional.of(withHashes(url.reference().pinning(), url.options()));
    }
    return this instanceof Vcs vcs ? Optional.of(vcs.reference().pinning()) : Optional.empty();
  }

  private static boolean hasHash(List<PipOption> options) {
    return options.stream().anyMatch(option -> option.name().equals("--hash"));
  }

  private static Pinning withHashes(Pinning pinning, List<PipOption> options) {
    return hasHash(options)
        ? new Pinning(Pinning.Level.EXACT, "exactly the files with these checksums")
        : pinning;
  }
}
