package dev.envlens.command;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.envlens.check.Secrets;
import dev.envlens.compare.Comparison;
import dev.envlens.compare.Side;
import dev.envlens.compare.Side.Part;
import dev.envlens.compare.SourceFault;
import dev.envlens.compare.Sources;
import dev.envlens.definition.Form;
import dev.envlens.workspace.WorkspaceFault;
import dev.envlens.yaml.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says how one environment differs from another, as {@code envlens diff --format json} does. */
final class CompareEnvironments
    implements Command<CompareEnvironments.Arguments, CompareEnvironments.Result> {

  /**
   * @param against a file's URI, or {@code NAME:VERSION} or {@code NAME} in the workspace, or
   *     {@code curated:NAME[:VERSION]}; empty for the newest version of the environment's own name
   * @param show whether to tell the person how they differ
   */
  record Arguments(Target target, Optional<String> against, boolean show) {}

  record Result(Comparison comparison) {}

  @Override
  public String id() {
    return "envlens.server.diff";
  }

  @Override
  public List<String> fields() {
    return List.of("uri", "pointer", "against", "show");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(Target.of(fields), fields.optionalText("against"), fields.flag("show"));
  }

  @Override
  public CompletableFuture<Result> run(Arguments arguments, Desk desk) {
    try {
      var newer = side(arguments.target(), desk);
      String against = arguments.against().orElseGet(() -> ownName(newer));
      var older =
          against.contains("://") || against.startsWith("file:")
              ? side(new Target(against, Optional.empty()), desk)
              : new Sources(
                      Path.of(""), () -> desk.machine().workspace(), () -> desk.machine().curated())
                  .named(against);
      var comparison = Comparison.of(older, newer);
      if (arguments.show()) {
        desk.say(Secrets.mask(words(comparison)));
      }
      return CompletableFuture.completedFuture(new Result(comparison));
    } catch (SourceFault | WorkspaceFault fault) {
      throw new Refused(Secrets.mask(fault.getMessage()));
    }
  }

  /** For a client that shows messages and nothing else. */
  private static String words(Comparison comparison) {
    String both = "'%s' and '%s'".formatted(comparison.older().label(), comparison.newer().label());
    return comparison.isSame()
        ? both + " have the same hash: they don't differ in what decides the image."
        : both + " differ: " + String.join("; ", comparison.diff().sentences()) + ".";
  }

  private static Side side(Target target, Desk desk) {
    return Side.of(target.name(desk), target.definition(target.contents(desk), desk), desk);
  }

  private static String ownName(Side side) {
    return Optional.of(side.definition())
        .filter(definition -> definition.form() != Form.INLINE)
        .flatMap(definition -> definition.name().map(Scalar::text))
        .orElseThrow(
            () ->
                new Refused(
                    "'%s' has no name to be registered by. Say by 'against' what to compare it with."
                        .formatted(side.label())));
  }

  @Override
  public JsonElement write(Result result) {
    Map<String, Object> json = new LinkedHashMap<>(result.comparison().json());
    List<Object> texts = new ArrayList<>();
    for (Part part : Part.values()) {
      String older = Secrets.mask(result.comparison().older().text(part));
      String newer = Secrets.mask(result.comparison().newer().text(part));
      if (!older.isEmpty() || !newer.isEmpty()) {
        texts.add(
            Map.of("part", part.name().toLowerCase(Locale.ROOT), "older", older, "newer", newer));
      }
    }
    json.put("texts", texts);
    return new Gson().toJsonTree(json);
  }
}
