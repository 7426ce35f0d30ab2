package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A command that installs packages.
 *
 * @param tool what it installs with
 * @param run the instruction that it stands in
 * @param stage the number of the stage that it stands in
 * @param command the whole command
 * @param packages the packages named on the command line, as that tool writes them, those with a
 *     bare redirection included
 * @param editables what follows pip's {@code -e}: a folder or a repository
 * @param files the files that name further packages
 * @param bareRedirections versions that the shell takes for redirections to a file
 */
public record Install(
    Tool tool,
    Instruction run,
    int stage,
    ShellCommand command,
    List<ShellWord> packages,
    List<ShellWord> editables,
    List<PackageFile> files,
    List<BareRedirection> bareRedirections) {

  /** An installer; {@code uv pip} counts as pip, {@code apt} as apt-get. */
  public enum Tool {
    PIP,
    CONDA,
    MAMBA,
    MICROMAMBA,
    APT_GET
  }

  /**
   * A file that the command reads.
   *
   * @param kind what the file is
   * @param word its path as written
   * @param contextPath the path in the build context of the file that {@code COPY}, {@code ADD} or
   *     a bind mount put there, with {@code /} between parts; absent when it can't be told from the
   *     Dockerfile
   */
  public record PackageFile(Kind kind, ShellWord word, Optional<String> contextPath) {

    /** What a file of packages is. */
    public enum Kind {
      /** pip's {@code -r}. */
      REQUIREMENTS,
      /** pip's {@code -c}. */
      CONSTRAINTS,
      /** A conda environment file, or a list of match specifications. */
      CONDA
    }
  }

  /**
   * A version specifier outside of quotes, as in {@code pip install numpy>=1.2}: the shell installs
   * {@code numpy}, any version, and writes to a file called {@code =1.2}.
   *
   * @param name the package's word, {@code numpy}
   * @param range all that should be in quotes, {@code numpy>=1.2,<2}
   * @param redirection the redirection that the shell sees first
   */
  public record BareRedirection(ShellWord name, TextRange range, Redirection redirection) {}
}
