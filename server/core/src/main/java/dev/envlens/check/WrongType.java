package dev.envlens.check;

import dev.envlens.schema.SchemaProblem;
import java.util.List;

/** {@code wrong-type}: a value is of another type than its key takes. */
final class WrongType extends SchemaRule<SchemaProblem.WrongType> {

  WrongType() {
    super(SchemaProblem.WrongType.class);
  }

  @Override
  public String code() {
    return "wrong-type";
  }

  @Override
  public String summary() {
    return "A value of another type than its key takes.";
  }

  @Override
  String message(SchemaProblem.WrongType problem, Subject subject) {
    return subject
        .path(problem.node())
        .filter(path -> !path.isEmpty())
        .map(path -> path.get(path.size() - 1))
        .filter(SecretKeys::isSecret)
        .map(key -> "'%s' expects %s.".formatted(key, problem.expected()))
        .orElse(problem.message());
  }

  @Override
  public boolean hasSafeFix() {
    return true;
  }

  @Override
  List<Fix> fixes(SchemaProblem.WrongType problem, Subject subject) {
    // The title doesn't repeat the value, which may be a password.
    return problem.mend().stream()
        .map(
            text ->
                Fix.replace(
                        text.startsWith("\"") ? "Put it in quotes" : "Remove the quotes",
                        subject.place(problem.node().range()),
                        text)
                    .asSafe())
        .toList();
  }
}
