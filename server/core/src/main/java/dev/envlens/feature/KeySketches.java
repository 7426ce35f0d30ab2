package dev.envlens.feature;

import dev.envlens.check.EnvironmentName;
import dev.envlens.check.PythonVersions;
import dev.envlens.image.BaseImages;
import dev.envlens.schema.Format;
import dev.envlens.schema.KeyDoc;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a key that is being written may hold, so that there is nothing to be said about it. */
final class KeySketches {

  static final String SCHEMA =
      "https://azuremlschemas.azureedge.net/latest/environment.schema.json";

  private final URI file;
  private final FolderContents folder;

  KeySketches(URI file, FolderContents folder) {
    this.file = file;
    this.folder = folder;
  }

  /** The value to begin {@code doc}'s key with. */
  Sketch of(Aim aim, KeyDoc doc) {
    boolean top = aim.place().path().isEmpty();
    return switch (aim.format()) {
      case ENVIRONMENT -> top ? environment(doc) : nested(aim, doc);
      case CONDA -> top ? conda(doc) : generic(doc);
      case ENVIRONMENT_V1 -> v1(doc);
    };
  }

  /** Another value that it may be begun with. */
  Optional<Sketch> other(Aim aim, KeyDoc doc) {
    boolean condaFile = doc.name().equals("conda_file") && aim.format() == Format.ENVIRONMENT;
    return condaFile ? folder.condaFile().map(Sketch::open) : Optional.empty();
  }

  private Sketch environment(KeyDoc doc) {
    return switch (doc.name()) {
      case "$schema" -> Sketch.text(SCHEMA);
      case "name" -> name();
      case "image" -> image();
      case "build" -> build();
      case "conda_file" -> conda();
      case "os_type" -> Sketch.open("linux");
      case "inference_config" -> routes();
      default -> generic(doc);
    };
  }

  private Sketch nested(Aim aim, KeyDoc doc) {
    boolean inBuild = aim.place().path().get(0).equals("build");
    return switch (doc.name()) {
      case "path" -> Sketch.open(inBuild ? folder.context() : "/");
      case "dockerfile_path" -> Sketch.open("Dockerfile");
      case "port" -> new Sketch.Literal("5001");
      case "liveness_route", "readiness_route" -> route("/");
      case "scoring_route" -> route("/score");
      default -> generic(doc);
    };
  }

  private Sketch conda(KeyDoc doc) {
    return switch (doc.name()) {
      case "channels" -> Sketch.texts("conda-forge");
      case "dependencies" -> dependencies();
      case "name" -> name();
      default -> generic(doc);
    };
  }

  private Sketch v1(KeyDoc doc) {
    return switch (doc.name()) {
      case "name" -> name();
      case "docker" -> Sketch.keys("baseImage", image());
      case "baseImage" -> image();
      case "python" ->
          Sketch.keys(
              "userManagedDependencies", new Sketch.Literal("false"), "condaDependencies", conda());
      case "condaDependencies" -> conda();
      default -> generic(doc);
    };
  }

  private static Sketch generic(KeyDoc doc) {
    var types = doc.types();
    if (types.contains("boolean") && !types.contains("string")) {
      return new Sketch.Literal(doc.defaultValue().orElse("true"));
    }
    if (types.contains("string")) {
      return Sketch.open("");
    }
    if (types.contains("array")) {
      return new Sketch.Items(List.of());
    }
    return types.contains("object") ? new Sketch.AnyKeys() : new Sketch.Literal("");
  }

  Sketch name() {
    return Sketch.open(EnvironmentName.of(file).orElse("train"));
  }

  static Sketch image() {
    return Sketch.open(BaseImages.shipped().usual().image());
  }

  Sketch.Keys build() {
    return Sketch.keys("path", Sketch.open(folder.context()));
  }

  static Sketch.Keys conda() {
    return Sketch.keys("channels", Sketch.texts("conda-forge"), "dependencies", dependencies());
  }

  private static Sketch dependencies() {
    var versions = PythonVersions.shipped();
    return Sketch.texts(
        "python=" + versions.recommended("python"), "pip=" + versions.recommended("pip"));
  }

  private static Sketch routes() {
    return Sketch.keys(
        "liveness_route", route("/"),
        "readiness_route", route("/"),
        "scoring_route", route("/score"));
  }

  private static Sketch route(String path) {
    return Sketch.keys("port", new Sketch.Literal("5001"), "path", Sketch.open(path));
  }
}
