package dev.envlens.check;

import dev.envlens.schema.SchemaProblem;
import java.util.List;

/** {@code unknown-key}: a key that the schema doesn't know; misspelt, or for something else. */
final class UnknownKey extends SchemaRule<SchemaProblem.UnknownKey> {

  UnknownKey() {
    super(SchemaProblem.UnknownKey.class);
  }

  @Override
  public String code() {
    return "unknown-key";
  }

  @Override
  public String summary() {
    return "A key that an environment doesn't have.";
  }

  @Override
  List<Fix> fixes(SchemaProblem.UnknownKey problem, Subject subject) {
    return problem.nearest().stream()
        .flatMap(
            key ->
                Fix.ifAny(
                        "Rename to '%s'".formatted(key),
                        subject.source().uri(),
                        subject.edits().rename(problem.in(), problem.entry(), key))
                    .stream()
                    .map(fix -> fix.movingHash(HashKeys.movesWhenAdded(key))))
        .toList();
  }
}
