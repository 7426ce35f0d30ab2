package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A parsed Dockerfile.
 *
 * @param text the file's text, which every range counts in
 * @param directives the parser directives at its top
 * @param comments the comment lines, from the {@code #}, those inside continued lines included;
 *     here-documents have none
 * @param instructions in order; their ranges don't overlap
 * @param stages one for each {@code FROM}
 * @param problems what Docker would refuse, in order of their places
 */
public record Dockerfile(
    String text,
    List<Directive> directives,
    List<TextRange> comments,
    List<Instruction> instructions,
    List<Stage> stages,
    List<Problem> problems) {

  /** Reads a Dockerfile. Never throws; what can't be understood is among the problems. */
  public static Dockerfile parse(String text) {
    var parser = new DockerfileParser(text);
    parser.parse();
    var instructions = List.copyOf(parser.instructions());
    return new Dockerfile(
        text,
        List.copyOf(parser.directives()),
        List.copyOf(parser.comments()),
        instructions,
        Stages.of(instructions, parser.escape()),
        Problems.of(instructions, parser.problems()));
  }

  /**
   * The commands of a {@code RUN} (also behind {@code ONBUILD}): shell form, exec form, scripts in
   * here-documents and behind {@code sh -c}. Empty for any other instruction.
   */
  public List<ShellCommand> shellCommands(Instruction instruction) {
    return Scripts.commands(instruction, escape() == '`');
  }

  /** What the file installs with pip, conda, mamba, micromamba or apt, in order. */
  public List<Install> installs() {
    return Installs.in(this);
  }

  /** What only BuildKit understands, so that Docker's classic builder can't build the file. */
  public List<BuildKitFeature> needsBuildKit() {
    return BuildKitFeature.in(this);
  }

  /** The variables that {@code ARG} and {@code ENV} declare, in order. */
  public List<Declaration> declarations() {
    return new Declarations(this, escape()).all();
  }

  /** The variable that is used, or named in its declaration, at {@code offset}. */
  public Optional<VariableUse> variableAt(int offset) {
    return new Declarations(this, escape()).at(offset);
  }

  /**
   * Where {@code use} gets its value: the last {@code ARG} or {@code ENV} before it that counts
   * there. Absent for what the base image or the shell sets.
   */
  public Optional<Declaration> declarationOf(VariableUse use) {
    return new Declarations(this, escape()).of(use);
  }

  /** The {@code ARG} before the first {@code FROM} whose default one without any takes over. */
  public Optional<Declaration> takenOverBy(Declaration declaration) {
    return new Declarations(this, escape()).takenOver(declaration);
  }

  /** What {@code COPY} and {@code ADD} take from the build context, where that can be told. */
  public List<CopySource> copies() {
    return new Sources(this, escape()).copies();
  }

  /** The places that name an earlier stage. */
  public List<StageUse> stageUses() {
    return new Sources(this, escape()).stages();
  }

  /** The character that continues a line: a backslash, unless {@code # escape=`} says else. */
  private char escape() {
    boolean backtick =
        directives.stream().anyMatch(d -> d.name().equals("escape") && d.value().equals("`"));
    return backtick ? '`' : '\\';
  }
}
