package dev.envlens.command;

import com.google.gson.JsonElement;
import dev.envlens.build.BuildFailure;
import dev.envlens.build.BuildRefused;
import dev.envlens.build.BuildRequest;
import dev.envlens.build.BuildResult;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sees to it that there is an image for an environment, or replaces the one that there is, which is
 * asked for first: as {@code envlens build --format json} does. A build that fails is no error of
 * the command: its result says why, and a diagnostic does, too.
 */
final class BuildImage implements Command<BuildImage.Arguments, Map<String, Object>> {

  private static final String REBUILD = "Rebuild";

  private final boolean rebuild;

  private BuildImage(boolean rebuild) {
    this.rebuild = rebuild;
  }

  /** Builds unless the image is cached. */
  static BuildImage unlessCached() {
    return new BuildImage(false);
  }

  /** Builds though it is cached. */
  static BuildImage again() {
    return new BuildImage(true);
  }

  /**
   * @param push whether it is to be in the workspace's registry afterwards
   * @param confirmed whether the person has said yes to a rebuild already
   */
  record Arguments(Target target, boolean push, boolean confirmed) {}

  @Override
  public String id() {
    return rebuild ? "envlens.server.rebuild" : "envlens.server.build";
  }

  @Override
  public List<String> fields() {
    return rebuild
        ? List.of("uri", "pointer", "push", "confirmed")
        : List.of("uri", "pointer", "push");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(
        Target.of(fields), fields.flag("push"), rebuild && fields.flag("confirmed"));
  }

  @Override
  public CompletableFuture<Map<String, Object>> run(Arguments arguments, Desk desk) {
    var target = arguments.target();
    var builds = desk.machine().builds();
    var request =
        new BuildRequest(
            target.definition(target.contents(desk), desk),
            desk,
            target.name(desk),
            rebuild,
            arguments.push());
    try {
      if (rebuild && !arguments.confirmed()) {
        var preview = builds.preview(request);
        String question = String.join(" ", preview.sentences());
        if (desk.ask(question, List.of(REBUILD)).join().isEmpty()) {
          return CompletableFuture.completedFuture(preview.description());
        }
      }
      return CompletableFuture.completedFuture(build(request, desk));
    } catch (BuildRefused refused) {
      throw new Refused(refused.getMessage());
    }
  }

  private static Map<String, Object> build(BuildRequest request, Desk desk) {
    var definition = request.definition();
    URI file = definition.source().uri();
    try {
      var result = desk.machine().builds().build(request, desk.progress());
      desk.built(file, definition.pointer(), List.of());
      desk.say(sentence(result));
      return result.description();
    } catch (BuildFailure failure) {
      desk.built(file, definition.pointer(), List.of(failure.details().problem().finding()));
      desk.say(failure.getMessage());
      return failure.details().description();
    }
  }

  private static String sentence(BuildResult result) {
    String done =
        switch (result.outcome()) {
          case CACHED -> "is cached";
          case PULLED -> "was pulled";
          case BUILT -> "was built in %d s".formatted(result.took().toSeconds());
        };
    return "%s %s%s."
        .formatted(
            result.image().reference(),
            done,
            result.image().pushed().map(name -> ", and pushed as " + name).orElse(""));
  }

  @Override
  public JsonElement write(Map<String, Object> result) {
    return RunJson.of(result);
  }
}
