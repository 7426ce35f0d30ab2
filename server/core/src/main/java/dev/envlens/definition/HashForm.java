package dev.envlens.definition;

import dev.envlens.link.ContextEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the parts of a definition as canonical JSON (RFC 8785), each by itself.
 *
 * <p>The JSON is written as a stream, not through a tree: printing Jackson's tree starts its whole
 * data binding, which takes longer than everything else that is done for a first hash.
 */
final class HashForm {

  private final JsonGenerator json;

  private HashForm(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The canonical JSON of each part that there is, in the order image, docker, conda, spark, os.
   */
  static Map<String, String> of(HashInput input) {
    Map<String, String> parts = new LinkedHashMap<>();
    input.image().ifPresent(image -> parts.put("image", canonical(form -> form.text(image))));
    input.docker().ifPresent(docker -> parts.put("docker", canonical(form -> form.docker(docker))));
    input.conda().ifPresent(conda -> parts.put("conda", canonical(form -> form.conda(conda))));
    input
        .spark()
        .filter(HashForm::asksForSomething)
        .ifPresent(spark -> parts.put("spark", canonical(form -> form.spark(spark))));
    String os = input.os().toLowerCase(Locale.ROOT);
    if (!os.equals("linux")) {
      parts.put("os", canonical(form -> form.text(os)));
    }
    return parts;
  }

  /** The digest of the files beside a Dockerfile; empty when there are none. */
  static Optional<String> digest(List<ContextEntry> otherFiles) {
    return otherFiles.isEmpty()
        ? Optional.empty()
        : Optional.of(HexDigest.SHA_256.of(canonical(form -> form.files(otherFiles))));
  }

  private static String canonical(Consumer<HashForm> writing) {
    var written = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), written)) {
      // The canonicalizer takes no text by itself, so what it gets is a list of one.
      json.writeStartArray();
      writing.accept(new HashForm(json));
      json.writeEndArray();
    }
    try {
      String list = new JsonCanonicalizer(written.toString()).getEncodedString();
      return list.substring(1, list.length() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException("JSON of our own making is not JSON", e);
    }
  }

  private void docker(HashInput.Docker docker) {
    json.writeStartObject();
    if (docker instanceof HashInput.Steps steps) {
      dockerfile(steps.dockerfile());
    } else if (docker instanceof HashInput.LocalContext context) {
      dockerfile(context.dockerfile());
      digest(context.otherFiles()).ifPresent(files -> property("context", files));
    } else if (docker instanceof HashInput.DigestedContext context) {
      dockerfile(context.dockerfile());
      context.otherFiles().ifPresent(files -> property("context", files));
    } else if (docker instanceof HashInput.RemoteContext context) {
      property("url", context.url());
      context
          .dockerfilePath()
          .filter(path -> !path.equals("Dockerfile"))
          .ifPresent(path -> property("dockerfile_path", path));
    }
    json.writeEndObject();
  }

  private void dockerfile(String text) {
    property("dockerfile", text.replace("\r\n", "\n"));
  }

  private void files(List<ContextEntry> entries) {
    json.writeStartArray();
    entries.stream()
        .sorted(
            Comparator.comparing(
                    (ContextEntry entry) -> wellFormed(entry.path()), new CodePointOrder())
                .thenComparing(entry -> canonical(form -> form.file(entry)), new CodePointOrder()))
        .forEach(this::file);
    json.writeEndArray();
  }

  private void file(ContextEntry entry) {
    json.writeStartObject();
    property("path", entry.path());
    if (entry instanceof ContextEntry.File file) {
      json.writeBooleanProperty("executable", file.executable());
      json.writeNumberProperty("size", file.size());
      property("sha256", file.sha256());
    } else if (entry instanceof ContextEntry.Link link) {
      property("link", link.target());
    }
    json.writeEndObject();
  }

  private void conda(HashInput.Conda conda) {
    json.writeStartObject();
    texts("channels", conda.channels());
    json.writeArrayPropertyStart("dependencies");
    for (HashInput.Dependency dependency : conda.dependencies()) {
      if (dependency instanceof HashInput.Spec spec) {
        text(spec.text());
      } else if (dependency instanceof HashInput.Pip pip) {
        json.writeStartObject();
        texts("pip", pip.requirements());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    if (!conda.variables().isEmpty()) {
      json.writeObjectPropertyStart("variables");
      wellFormed(conda.variables()).forEach(this::property);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Every exported v1 definition has a Spark section, and most leave it empty. */
  private static boolean asksForSomething(HashInput.Spark spark) {
    return !spark.repositories().isEmpty() || !spark.packages().isEmpty();
  }

  private void spark(HashInput.Spark spark) {
    json.writeStartObject();
    texts("repositories", spark.repositories());
    texts("packages", spark.packages());
    json.writeBooleanProperty("precache", spark.precache());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(this::text);
    json.writeEndArray();
  }

  private void property(String name, String text) {
    json.writeName(name);
    text(text);
  }

  private void text(String text) {
    json.writeString(wellFormed(text));
  }

  /** In a fixed order, should two names become one: the last of them stays. */
  private static Map<String, String> wellFormed(Map<String, String> texts) {
    Map<String, String> mended = new LinkedHashMap<>();
    new TreeMap<>(texts).forEach((name, text) -> mended.put(wellFormed(name), text));
    return mended;
  }

  /** RFC 8785 forbids half a surrogate pair, which a YAML escape can make: it becomes U+FFFD. */
  private static String wellFormed(String text) {
    if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
      return text;
    }
    var mended = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(mended::appendCodePoint);
    return mended.toString();
  }
}
