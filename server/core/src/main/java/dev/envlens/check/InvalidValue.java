package dev.envlens.check;

import dev.envlens.schema.SchemaProblem;
import java.util.List;
import java.util.stream.Stream;

/** {@code invalid-value}: a value is none of those that its key allows. */
final class InvalidValue extends SchemaRule<SchemaProblem.InvalidValue> {

  private static final int MOST_FIXES = 5;

  InvalidValue() {
    super(SchemaProblem.InvalidValue.class);
  }

  @Override
  public String code() {
    return "invalid-value";
  }

  @Override
  public String summary() {
    return "A value that is none of those allowed.";
  }

  @Override
  List<Fix> fixes(SchemaProblem.InvalidValue problem, Subject subject) {
    boolean moves =
        subject
            .path(problem.node())
            .filter(path -> !path.isEmpty() && HashKeys.decides(path.get(path.size() - 1)))
            .isPresent();
    return Stream.concat(problem.nearest().stream(), problem.allowed().stream())
        .distinct()
        .limit(MOST_FIXES)
        .map(
            value ->
                Fix.edit(
                        "Use '%s'".formatted(value),
                        subject.source().uri(),
                        subject.edits().replace(problem.node(), value))
                    .movingHash(moves))
        .toList();
  }
}
