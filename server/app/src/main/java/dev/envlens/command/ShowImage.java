package dev.envlens.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import dev.envlens.check.Secrets;
import dev.envlens.contents.ImageReport;
import dev.envlens.database.DatabaseFault;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.docker.EngineFault;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Says what is known of an environment's image, and which packages are really in it. */
final class ShowImage implements Command<Target, ImageReport> {

  @Override
  public String id() {
    return "envlens.server.imageDetails";
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
  public CompletableFuture<ImageReport> run(Target target, Desk desk) {
    return CompletableFuture.completedFuture(
        of(target.definition(target.contents(desk), desk), desk));
  }

  /** The image that {@code definition} leads to. */
  static ImageReport of(Definition definition, Desk desk) {
    var hashing = Hashing.of(definition, desk);
    if (!(hashing instanceof Hashing.Known known)) {
      throw new Refused(
          "%s has no hash, so it has no image: %s."
              .formatted(definition.label(), ((Hashing.Unknown) hashing).reason()));
    }
    try {
      return desk.machine().images().ofHash(known.hash().hex(), desk.progress());
    } catch (EngineFault | DatabaseFault fault) {
      throw new Refused(Secrets.mask(fault.getMessage()));
    }
  }

  @Override
  public JsonElement write(ImageReport result) {
    return new GsonBuilder().serializeNulls().create().toJsonTree(result.description(true));
  }
}
