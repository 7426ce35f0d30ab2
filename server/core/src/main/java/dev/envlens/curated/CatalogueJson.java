package dev.envlens.curated;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Catalogues as JSON, in a file and as the commands print them. The same twice gives one text. */
public final class CatalogueJson {

  private static final String ABOUT =
      "Environments that Azure Machine Learning maintains, read from their public sources: names,"
          + " images, packages, and the lines of each Dockerfile as digests. {{any}} and * stand for"
          + " what the sources leave open. A version without 'sources' is one that was seen there"
          + " or in a public registry; there are others.";
  private static final String REFRESH =
      "Check out the source, then: ./envlens curated update CHECKOUT --url https://github.com/Azure/azureml-assets/tree/main --output"
          + " schemas/data/curated-environments.json. Versions that are known by number stay.";

  private final JsonGenerator json;

  private CatalogueJson(JsonGenerator json) {
    this.json = json;
  }

  /** The catalogue as a file; {@link Catalogue#parse} reads it again. */
  public static String file(Catalogue catalogue) {
    return text(
        to -> {
          to.json.writeStartObject();
          to.json.writeStringProperty("about", ABOUT);
          to.json.writeStringProperty("refresh", REFRESH);
          to.json.writeStringProperty("source", catalogue.source());
          to.json.writeStringProperty("retrieved", catalogue.retrieved());
          to.json.writeArrayPropertyStart("environments");
          catalogue.environments().forEach(to::environment);
          to.json.writeEndArray();
          to.json.writeEndObject();
        });
  }

  /** The environments' names, images, versions and successors, without what they are made of. */
  public static String list(Catalogue catalogue) {
    return text(
        to -> {
          to.json.writeStartArray();
          for (var environment : catalogue.environments()) {
            to.json.writeStartObject();
            to.head(environment);
            to.texts("versions", environment.numbers());
            to.json.writeEndObject();
          }
          to.json.writeEndArray();
        });
  }

  /** All that is known of one environment, as in the file. */
  public static String show(CuratedEnvironment environment) {
    return text(to -> to.environment(environment));
  }

  private interface Writing {
    void on(CatalogueJson json);
  }

  private static String text(Writing writing) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(new Indented(), text)) {
      writing.on(new CatalogueJson(json));
    }
    return text.append('\n').toString();
  }

  private void environment(CuratedEnvironment environment) {
    json.writeStartObject();
    head(environment);
    json.writeArrayPropertyStart("versions");
    environment.versions().forEach(this::version);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void head(CuratedEnvironment environment) {
    json.writeStringProperty("name", environment.name());
    json.writeStringProperty("image", environment.image());
    json.writeStringProperty("source", environment.source());
    environment
        .deprecation()
        .ifPresent(
            deprecation -> {
              json.writeObjectPropertyStart("deprecated");
              deprecation
                  .successor()
                  .ifPresent(next -> json.writeStringProperty("successor", next));
              json.writeEndObject();
            });
  }

  private void version(CuratedVersion version) {
    json.writeStartObject();
    version.number().ifPresent(number -> json.writeStringProperty("version", number));
    version.sources().ifPresent(this::sources);
    json.writeEndObject();
  }

  private void sources(CuratedSources sources) {
    json.writeObjectPropertyStart("sources");
    json.writeStringProperty("hash", sources.hash());
    sources.base().ifPresent(base -> json.writeStringProperty("base", base));
    json.writeStringProperty("dockerfile", sources.dockerfile());
    json.writeStringProperty("steps", String.join(" ", sources.steps().digests()));
    json.writeArrayPropertyStart("packages");
    for (var file : sources.packages()) {
      json.writeStartObject();
      json.writeStringProperty("path", file.path());
      texts("channels", file.channels());
      texts("conda", file.conda());
      texts("pip", file.pip());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("files");
    for (var file : sources.files()) {
      json.writeStartObject();
      json.writeStringProperty("path", file.path());
      file.digest().ifPresent(digest -> json.writeStringProperty("digest", digest));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }
  }
}
