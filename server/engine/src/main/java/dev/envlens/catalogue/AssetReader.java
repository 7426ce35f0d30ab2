package dev.envlens.catalogue;

import dev.envlens.check.Secrets;
import dev.envlens.curated.CuratedBaseline;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.curated.CuratedEnvironment.Deprecation;
import dev.envlens.curated.CuratedSources;
import dev.envlens.curated.CuratedVersion;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads one asset: {@code asset.yaml}, and what it names. The form is that of the wiki page
 * "Environments" of Azure/azureml-assets.
 */
final class AssetReader {

  private static final Pattern SUCCESSOR =
      Pattern.compile("(?is)\\bdeprecated\\b.*?\\buse\\s+([A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])");

  /** A version that is given on release. */
  private static final String AUTO = "auto";

  private final SourceFolder sources;
  private final Path folder;
  private final String url;

  /**
   * @param folder of the asset
   * @param url where the sources are from, which its path is put behind; may be empty
   */
  AssetReader(SourceFolder sources, Path folder, String url) {
    this.sources = sources;
    this.folder = folder;
    this.url = url;
  }

  /** Why an asset isn't taken, in words that go on behind its path. */
  static final class Skipped extends Exception {
    private static final long serialVersionUID = 1L;

    Skipped(String why) {
      super(why, null, false, false);
    }
  }

  /** Whether {@code asset}, an {@code asset.yaml}, is one of an environment. */
  static boolean isEnvironment(Mapping asset) {
    return asset.scalar("type").filter(type -> type.text().equals("environment")).isPresent();
  }

  Asset read(Mapping asset) throws Skipped {
    Mapping spec = file(text(asset, "spec").orElse("spec.yaml"), "its spec");
    String name = name(asset, spec);
    var version =
        text(asset, "version")
            .filter(number -> !number.equals(AUTO))
            .or(() -> text(spec, "version").filter(number -> !number.equals(AUTO)));
    var config = text(asset, "extra_config");
    Optional<Mapping> image =
        config.isPresent()
            ? file(config.get(), "its configuration").mapping("image")
            : Optional.empty();
    var context = context(spec, image);
    var made =
        context.isEmpty()
            ? Optional.<CuratedSources>empty()
            : Optional.of(ContextSources.of(dockerfile(spec, image), context));
    return new Asset(
        new CuratedEnvironment(
            name,
            repository(name, image),
            url.isEmpty() ? sources.shown(folder) : url + "/" + sources.shown(folder),
            deprecation(spec),
            List.of(new CuratedVersion(version, made))),
        context);
  }

  private String name(Mapping asset, Mapping spec) throws Skipped {
    String name =
        text(asset, "name")
            .or(() -> text(spec, "name"))
            .orElseThrow(() -> new Skipped("has no name"));
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new Skipped("has a name that isn't one of an environment");
    }
    return name;
  }

  private Mapping file(String path, String what) throws Skipped {
    var text = sources.text(folder, path);
    if (text.isEmpty()) {
      throw new Skipped("lacks %s, '%s', in its folder".formatted(what, path));
    }
    var yaml = Yaml.parse(text.get());
    return yaml.documents().stream()
        .findFirst()
        .flatMap(Document::mapping)
        .filter(root -> yaml.isIntact())
        .orElseThrow(() -> new Skipped("has a '%s' that isn't valid YAML".formatted(path)));
  }

  /** A text that isn't left to be filled in. */
  private static Optional<String> text(Mapping mapping, String key) {
    return mapping
        .scalar(key)
        .filter(scalar -> !scalar.isNull())
        .map(Scalar::text)
        .filter(text -> !text.isBlank() && !Placeholders.in(text));
  }

  /** The image's name without a tag; Azure ML's own registry where it is published to "mcr". */
  private static String repository(String name, Optional<Mapping> image) {
    return image
        .flatMap(it -> text(it, "name"))
        .map(path -> path.contains("mcr.microsoft.com") ? path : "mcr.microsoft.com/" + path)
        .orElse(CuratedBaseline.REPOSITORY + name);
  }

  private static Optional<Deprecation> deprecation(Mapping spec) {
    String description = spec.scalar("description").map(Scalar::text).orElse("");
    boolean tagged = spec.mapping("tags").filter(tags -> tags.has("Deprecated")).isPresent();
    if (!tagged && !description.strip().toLowerCase(Locale.ROOT).startsWith("deprecated")) {
      return Optional.empty();
    }
    var successor = SUCCESSOR.matcher(description);
    return Optional.of(
        new Deprecation(successor.find() ? Optional.of(successor.group(1)) : Optional.empty()));
  }

  private static String dockerfile(Mapping spec, Optional<Mapping> image) {
    return image
        .flatMap(it -> it.mapping("context"))
        .flatMap(context -> text(context, "dockerfile"))
        .or(() -> spec.mapping("build").flatMap(build -> text(build, "dockerfile_path")))
        .orElse("Dockerfile");
  }

  private Map<String, String> context(Mapping spec, Optional<Mapping> image) throws Skipped {
    String path =
        image
            .flatMap(it -> it.mapping("context"))
            .flatMap(context -> text(context, "dir"))
            .or(() -> spec.mapping("build").flatMap(build -> text(build, "path")))
            .orElse("context");
    if (spec.mapping("build").isEmpty()) {
      return Map.of();
    }
    var real = sources.within(folder, path);
    if (real.isEmpty()) {
      throw new Skipped("lacks its build context, '%s', in the checkout".formatted(path));
    }
    var texts = new TreeMap<String, String>();
    for (Path file : sources.files(real.get())) {
      String shown = real.get().relativize(file).toString().replace('\\', '/');
      if (shown.endsWith("ignore")) {
        throw new Skipped("has rules for what to ignore in its context, which aren't read");
      }
      String text =
          sources
              .text(real.get(), shown)
              .orElseThrow(
                  () -> new Skipped("has '%s', which is no text file in here".formatted(shown)));
      if (!Secrets.mask(text).equals(text)) {
        throw new Skipped("has what looks like a secret in '%s'".formatted(shown));
      }
      texts.put(shown, text);
    }
    if (!texts.containsKey(dockerfile(spec, image))) {
      throw new Skipped("lacks its Dockerfile, '%s'".formatted(dockerfile(spec, image)));
    }
    return texts;
  }
}
