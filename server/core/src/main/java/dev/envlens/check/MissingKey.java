package dev.envlens.check;

import dev.envlens.schema.KeyDoc;
import dev.envlens.schema.KeyDocs;
import dev.envlens.schema.SchemaProblem;
import dev.envlens.yaml.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code missing-key}: a key that the schema requires isn't there, and no other rule names it. Not
 * said of a file with syntax errors, where the key may only be unreadable.
 */
final class MissingKey extends SchemaRule<SchemaProblem.MissingKey> {

  MissingKey() {
    super(SchemaProblem.MissingKey.class);
  }

  @Override
  public String code() {
    return "missing-key";
  }

  @Override
  public String summary() {
    return "A key that has to be there isn't.";
  }

  @Override
  boolean isToBeSaid(SchemaProblem.MissingKey problem, Subject subject) {
    return subject.source().yaml().isIntact()
        && subject
            .path(problem.in())
            .filter(path -> Misspelt.stands(subject, path, problem.in(), problem.key()))
            .isEmpty();
  }

  @Override
  List<Fix> fixes(SchemaProblem.MissingKey problem, Subject subject) {
    return value(problem, subject).stream()
        .flatMap(
            value ->
                Fix.ifAny(
                    "Add '%s: %s'".formatted(problem.key(), value),
                    subject.source().uri(),
                    subject.edits().insertLast(problem.in(), problem.key(), newValue(value)))
                    .stream())
        .toList();
  }

  /** What the schema proposes, as YAML: the key's default, else its first example. */
  private static Optional<String> value(SchemaProblem.MissingKey problem, Subject subject) {
    return subject
        .path(problem.in())
        .flatMap(
            path -> {
              var key = new ArrayList<>(path);
              key.add(problem.key());
              return new KeyDocs(subject.format()).at(key);
            })
        .flatMap(MissingKey::proposal)
        .filter(text -> text.indexOf('\n') < 0);
  }

  private static Optional<String> proposal(KeyDoc key) {
    return key.defaultValue().or(() -> key.examples().stream().findFirst());
  }

  private static NewValue newValue(String yaml) {
    return JsonTree.typed(yaml).isString() ? new NewValue.Text(yaml) : new NewValue.Literal(yaml);
  }
}
