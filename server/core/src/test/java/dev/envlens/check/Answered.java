package dev.envlens.check;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Source;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Yaml;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a workspace has answered: the versions that were registered in it, the newest first. */
public record Answered(List<RegisteredVersion> all) implements Registered {

  /** A workspace that has nothing. */
  public static Answered nothing() {
    return new Answered(List.of());
  }

  /** The same with one more version, the newest; its definition written out. */
  public Answered with(String name, String version, String definition) {
    return with(name, version, definition, false);
  }

  /** The same with one more version that was put away. */
  public Answered withArchived(String name, String version, String definition) {
    return with(name, version, definition, true);
  }

  private Answered with(String name, String version, String definition, boolean archived) {
    String text = definition.startsWith("name:") ? definition : "name: registered\n" + definition;
    var files = new MemoryFiles();
    var source = new Source(MemoryFiles.uri("registered.yml"), Yaml.parse(text));
    var known = (Hashing.Known) Hashing.of(Contents.of(source, files).definitions().get(0), files);
    List<RegisteredVersion> versions = new ArrayList<>();
    versions.add(
        new RegisteredVersion(
            name,
            version,
            known.hash().hex(),
            known.hash().canonicalJson(),
            Instant.parse("2026-05-0%dT08:00:00Z".formatted(all.size() + 1)),
            archived));
    versions.addAll(all);
    return new Answered(versions);
  }

  public Facts facts() {
    return new Facts(LocalDate.of(2026, 6, 1), Served.unknown(), this, KnownImages.none());
  }

  @Override
  public Optional<List<RegisteredVersion>> versions(String name) {
    return Optional.of(all.stream().filter(version -> version.name().equals(name)).toList());
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(all.stream().map(RegisteredVersion::name).distinct().sorted().toList());
  }

  @Override
  public List<RegisteredVersion> sharing(String hash) {
    return all.stream().filter(version -> version.hash().equals(hash)).toList();
  }
}
