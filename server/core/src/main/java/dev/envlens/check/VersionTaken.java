package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Scalar;
import java.util.stream.Stream;

/** {@code version-taken}: the version that the definition asks for is another definition. */
final class VersionTaken extends DescribedRule {

  /** How many differences are named; {@code envlens diff} shows them all. */
  private static final int MOST = 3;

  VersionTaken() {
    super("version-taken", Severity.ERROR, "The version is registered with another definition.");
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return RegisteredHistory.of(definition, facts).stream()
        .flatMap(
            history ->
                history.taken().stream()
                    .flatMap(
                        taken ->
                            definition.version().stream()
                                .map(version -> check(history, taken, version))));
  }

  private Finding check(RegisteredHistory history, RegisteredVersion taken, Scalar version) {
    var source = history.definition().source();
    // A number stays one: the service takes both.
    var edit = TextEdit.replace(version.contentRange(), history.next());
    return finding(
        source.place(version.range()),
        "'%s' is registered with another hash, %s instead of %s%s. So this definition can't be. Take the next version, %s."
            .formatted(
                RegisteredHistory.label(taken),
                taken.hash().substring(0, 8),
                history.hash().short8(),
                history.since(taken).map(diff -> ": " + diff.summary(MOST)).orElse(""),
                history.next()),
        Fix.edit("Set the version to " + history.next(), source.uri(), edit));
  }
}
