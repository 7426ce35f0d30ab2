package dev.envlens.feature;

import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The environments of files, and before them those that the workspace has.
 *
 * @param registered what the workspace has said; what it hasn't, the next answer has
 * @param files the other files
 */
public record RegisteredEnvironments(Registered registered, KnownFiles files)
    implements KnownFiles {

  /** Of more names the versions are asked for once more of the name is typed. */
  private static final int MOST_NAMES = 20;

  @Override
  public List<Known> environments(Predicate<String> wanted, int most) {
    var names =
        registered.names().orElse(List.of()).stream().filter(wanted).limit(most).sorted().toList();
    Stream<Known> known =
        names.size() <= MOST_NAMES
            ? names.stream().flatMap(this::versions)
            : names.stream().map(name -> known(name, Optional.empty(), "registered"));
    return Stream.concat(known, files.environments(wanted, most).stream()).toList();
  }

  private Stream<Known> versions(String name) {
    return registered.versions(name).orElse(List.of()).stream()
        .filter(version -> !version.archived())
        .map(version -> known(name, Optional.of(version.version()), about(version)));
  }

  private static Known known(String name, Optional<String> version, String about) {
    return new Known(Optional.empty(), name, version, about);
  }

  private static String about(RegisteredVersion version) {
    return "registered on %s, hash %s"
        .formatted(
            LocalDate.ofInstant(version.created(), ZoneOffset.UTC), version.hash().substring(0, 8));
  }

  @Override
  public Optional<Held> held(URI file) {
    return files.held(file);
  }
}
