package dev.envlens.feature;

import dev.envlens.conda.PackageName;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The versions in a {@code conda-lock.yml}, as conda-lock writes it for several platforms: a list
 * {@code package} of mappings with {@code name}, {@code version}, {@code manager} and {@code
 * platform}. Only {@code linux-64} counts: Azure ML builds images for it.
 */
final class LockFile {

  static final String NAME = "conda-lock.yml";

  private static final String PLATFORM = "linux-64";

  private final Map<String, String> conda = new HashMap<>();
  private final Map<String, String> pip = new HashMap<>();

  private LockFile() {}

  static Resolutions read(String text) {
    var lock = new LockFile();
    Yaml.parse(text).documents().stream()
        .findFirst()
        .flatMap(Document::mapping)
        .flatMap(root -> root.sequence("package"))
        .map(Sequence::items)
        .ifPresent(items -> items.forEach(lock::add));
    return lock::find;
  }

  private void add(Item item) {
    if (item.value() instanceof Mapping locked
        && text(locked, "platform").filter(PLATFORM::equals).isPresent()) {
      var versions = text(locked, "manager").filter("pip"::equals).isPresent() ? pip : conda;
      text(locked, "name")
          .ifPresent(
              name ->
                  text(locked, "version")
                      .ifPresent(version -> versions.put(new PackageName(name).key(), version)));
    }
  }

  private static Optional<String> text(Mapping mapping, String key) {
    return mapping.scalar(key).map(Scalar::text);
  }

  private Optional<Resolutions.Resolution> find(PackageName name, Installer installer) {
    var versions = installer == Installer.PIP ? pip : conda;
    return Optional.ofNullable(versions.get(name.key()))
        .map(version -> new Resolutions.Resolution(version, NAME + " (" + PLATFORM + ")"));
  }
}
