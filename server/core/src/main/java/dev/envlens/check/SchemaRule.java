package dev.envlens.check;

import dev.envlens.schema.SchemaProblem;
import java.util.List;
import java.util.stream.Stream;

/** A rule about one kind of thing that a schema refuses; the schema has the words for it. */
abstract class SchemaRule<P extends SchemaProblem> implements Rule {

  private final Class<P> kind;

  SchemaRule(Class<P> kind) {
    this.kind = kind;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public final Stream<Finding> problem(SchemaProblem problem, Subject subject) {
    return kind.isInstance(problem) && isToBeSaid(kind.cast(problem), subject)
        ? Stream.of(
            finding(
                subject.place(problem.range()),
                message(kind.cast(problem), subject),
                fixes(kind.cast(problem), subject)))
        : Stream.empty();
  }

  /** Whether it is a fault of its own, as far as {@code subject} can be read. */
  boolean isToBeSaid(P problem, Subject subject) {
    return true;
  }

  String message(P problem, Subject subject) {
    return problem.message();
  }

  abstract List<Fix> fixes(P problem, Subject subject);
}
