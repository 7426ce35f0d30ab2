package dev.envlens.check;

import dev.envlens.definition.CanonicalForm;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionDiff;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Form;
import dev.envlens.definition.HashInput;
import dev.envlens.definition.Hashing;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.yaml.Scalar;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A definition beside the versions that the workspace has of its name.
 *
 * @param hash the definition's own
 * @param versions at least one, the newest first
 */
record RegisteredHistory(
    Definition definition, DefinitionHash hash, List<RegisteredVersion> versions) {

  /** Nothing while the workspace hasn't answered, and for what it doesn't know. */
  static Optional<RegisteredHistory> of(Definition definition, Facts facts) {
    if (definition.form() == Form.INLINE) {
      return Optional.empty();
    }
    return definition
        .name()
        .flatMap(name -> facts.registered().versions(name.text()))
        .filter(versions -> !versions.isEmpty())
        .flatMap(
            versions ->
                Hashing.of(definition, definition.written().surroundings())
                        instanceof Hashing.Known known
                    ? Optional.of(new RegisteredHistory(definition, known.hash(), versions))
                    : Optional.empty());
  }

  /** The version that was registered last and isn't put away; else the last one. */
  static RegisteredVersion newest(List<RegisteredVersion> versions) {
    return versions.stream()
        .filter(version -> !version.archived())
        .findFirst()
        .orElse(versions.get(0));
  }

  RegisteredVersion newest() {
    return newest(versions);
  }

  /** The version that the definition asks for, where it is taken by another definition. */
  Optional<RegisteredVersion> taken() {
    return asked().filter(version -> !version.hash().equals(hash.hex()));
  }

  /** The version that the definition asks for, where there is one. */
  Optional<RegisteredVersion> asked() {
    return definition
        .version()
        .map(Scalar::text)
        .flatMap(
            text ->
                versions.stream().filter(version -> version.version().equals(text)).findFirst());
  }

  /** The number that the workspace gives to the next version: one more than the greatest. */
  String next() {
    return versions.stream()
        .map(RegisteredVersion::version)
        .filter(version -> version.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(BigInteger::new)
        .max(Comparator.naturalOrder())
        .orElse(BigInteger.ZERO)
        .add(BigInteger.ONE)
        .toString();
  }

  /** How the definition differs from {@code version}; empty where that can't be told. */
  Optional<DefinitionDiff> since(RegisteredVersion version) {
    return original(version)
        .flatMap(
            older ->
                CanonicalForm.read(hash.canonicalJson())
                    .map(newer -> DefinitionDiff.between(older, newer)));
  }

  static Optional<HashInput> original(RegisteredVersion version) {
    return CanonicalForm.read(version.canonicalJson());
  }

  static String label(RegisteredVersion version) {
    return version.name() + ":" + version.version();
  }
}
