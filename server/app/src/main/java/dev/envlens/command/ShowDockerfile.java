package dev.envlens.command;

import com.google.gson.JsonElement;
import dev.envlens.build.BuildPlan;
import dev.envlens.build.BuildRefused;
import dev.envlens.build.GeneratedDockerfile;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Says what an image would be built with, as {@code envlens build --dockerfile} does. */
final class ShowDockerfile implements Command<Target, GeneratedDockerfile> {

  @Override
  public String id() {
    return "envlens.server.dockerfile";
  }

  @Override
  public List<String> fields() {
    return List.of("uri", "pointer");
  }

  @Override
  public Target read(Fields fields) {
    return Target.of(fields);
  }

  @Override
  public CompletableFuture<GeneratedDockerfile> run(Target target, Desk desk) {
    var definition = target.definition(target.contents(desk), desk);
    try {
      return CompletableFuture.completedFuture(BuildPlan.of(definition, desk).dockerfile());
    } catch (BuildRefused refused) {
      throw new Refused(refused.getMessage());
    }
  }

  @Override
  public JsonElement write(GeneratedDockerfile result) {
    return RunJson.of(result.description());
  }
}
