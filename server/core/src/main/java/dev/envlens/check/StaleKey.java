package dev.envlens.check;

import dev.envlens.schema.SchemaProblem;
import java.util.List;

/** {@code stale-key}: a key that has another name today. */
final class StaleKey extends SchemaRule<SchemaProblem.StaleKey> {

  StaleKey() {
    super(SchemaProblem.StaleKey.class);
  }

  @Override
  public String code() {
    return "stale-key";
  }

  @Override
  public String summary() {
    return "A key that has another name today.";
  }

  @Override
  public boolean hasSafeFix() {
    return true;
  }

  @Override
  List<Fix> fixes(SchemaProblem.StaleKey problem, Subject subject) {
    var edits = subject.edits();
    var file = subject.source().uri();
    var fixes =
        problem.in().has(problem.newKey())
            ? Fix.ifAny("Remove the old key", file, edits.delete(problem.in(), problem.entry()))
            : Fix.ifAny(
                "Rename to '%s'".formatted(problem.newKey()),
                file,
                edits.rename(problem.in(), problem.entry(), problem.newKey()));
    return fixes.stream().map(Fix::asSafe).toList();
  }
}
