package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Form;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code credentials-in-definition}: a password, token or SAS signature stands in the text, where
 * everyone who can see the environment can read it. Variables and placeholders that stand for a
 * secret are fine. Source: Microsoft's troubleshooting catalogue.
 */
final class CredentialsInDefinition implements Rule {

  private static final String IN_TEXT =
      "A password or token stands in this text, for everyone to read who can see the environment."
          + " Remove it and make it invalid; a workspace connection can hold the next one.";

  @Override
  public String code() {
    return "credentials-in-definition";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A password, token or signature in the text.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return Stream.concat(
        registry(definition), inTexts(definition.source(), definition.node()).stream());
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    // An inline one was searched with the definition that it stands in.
    boolean ownFile =
        conda.source().yaml().documents().stream()
            .flatMap(document -> document.root().stream())
            .anyMatch(root -> root.range().equals(conda.file().node().range()));
    return ownFile ? inTexts(conda.source(), conda.file().node()).stream() : Stream.empty();
  }

  @Override
  public Stream<Finding> dockerfile(DockerfileSource dockerfile) {
    var anywhere = Secrets.in(dockerfile.text());
    var assigned =
        dockerfile.dockerfile().instructions().stream()
            .filter(instruction -> Set.of("ENV", "ARG").contains(instruction.keyword()))
            .flatMap(instruction -> assigned(dockerfile.text(), instruction.argumentsRange()))
            .filter(secret -> anywhere.stream().noneMatch(other -> other.intersects(secret)));
    return Stream.concat(anywhere.stream(), assigned)
        .map(secret -> finding(dockerfile.place(secret), IN_TEXT));
  }

  private static Stream<TextRange> assigned(String text, TextRange arguments) {
    return Secrets.inAssignments(arguments.of(text)).stream()
        .map(secret -> secret.shift(arguments.start()));
  }

  @Override
  public Stream<Finding> requirements(RequirementsSource requirements, Facts facts) {
    return Secrets.in(requirements.text()).stream()
        .map(secret -> finding(requirements.place(secret), IN_TEXT));
  }

  private Stream<Finding> registry(Definition definition) {
    if (definition.form() != Form.V1) {
      return Stream.empty();
    }
    return definition
        .node()
        .mapping("docker")
        .flatMap(docker -> docker.mapping("baseImageRegistry"))
        .stream()
        .flatMap(registry -> Stream.of("password", "username").map(registry::scalar))
        .flatMap(scalar -> scalar.stream())
        .filter(scalar -> !scalar.text().isBlank() && !Placeholders.in(scalar.text()))
        .limit(1)
        .map(
            scalar ->
                finding(
                    definition.place(scalar.contentRange()),
                    "Credentials of the registry stand in the definition. Remove them: Docker's"
                        + " configuration keeps those of this machine, and a workspace connection"
                        + " those of the workspace."));
  }

  private List<Finding> inTexts(Source source, Node root) {
    var found = new ArrayList<Finding>();
    search(source, root, Collections.newSetFromMap(new IdentityHashMap<>()), found);
    return found;
  }

  private void search(Source source, Node node, Set<Node> seen, List<Finding> found) {
    if (node instanceof Scalar scalar) {
      for (var secret : Secrets.in(scalar.text())) {
        found.add(finding(source.place(scalar.rangeOf(secret)), IN_TEXT));
      }
    } else if (node instanceof Mapping mapping && seen.add(mapping)) {
      mapping.effective().forEach(entry -> search(source, entry.value(), seen, found));
    } else if (node instanceof Sequence sequence && seen.add(sequence)) {
      sequence.items().forEach(item -> search(source, item.value(), seen, found));
    }
  }
}
