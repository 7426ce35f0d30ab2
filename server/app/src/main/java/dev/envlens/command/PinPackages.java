package dev.envlens.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.envlens.check.Fix;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.contents.ImageContents;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.known.BuiltImage;
import dev.envlens.refactor.Export;
import dev.envlens.refactor.Pins;
import dev.envlens.refactor.WholePins;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Pins the packages of an environment, a conda file or a requirements file to the versions that an
 * installed environment has, as pasted from {@code conda env export}, {@code conda list} or {@code
 * pip freeze}; without that, those of an environment to what its cached image has.
 */
final class PinPackages implements Command<PinPackages.Arguments, PinPackages.Result> {

  /**
   * @param export what was pasted, if anything
   * @param all whether every package of the image is listed, whoever needs it
   */
  record Arguments(Target target, Optional<String> export, boolean all) {}

  /**
   * @param applied whether the client made the edit; false, too, where there was nothing to edit
   */
  record Result(List<Pins.Pinned> pinned, List<Pins.Unpinned> unpinned, boolean applied) {
    Result {
      pinned = List.copyOf(pinned);
      unpinned = List.copyOf(unpinned);
    }
  }

  @Override
  public String id() {
    return "envlens.server.pin";
  }

  @Override
  public List<String> fields() {
    return List.of("uri", "pointer", "export", "all");
  }

  @Override
  public Arguments read(Fields fields) {
    var arguments =
        new Arguments(Target.of(fields), fields.optionalText("export"), fields.flag("all"));
    if (arguments.all() && arguments.export().isPresent()) {
      throw new Refused("'all' lists what an image has, so it goes without 'export'.");
    }
    return arguments;
  }

  @Override
  public CompletableFuture<Result> run(Arguments arguments, Desk desk) {
    var target = arguments.target();
    if (arguments.export().isEmpty()) {
      return toImage(target, arguments.all(), desk);
    }
    var export = Export.of(arguments.export().get());
    if (export.isEmpty()) {
      throw new Refused(
          "'export' lists no package with a version. Paste what 'conda env export' or 'pip freeze'"
              + " prints.");
    }
    var file = target.uri(desk);
    if (RequirementsSource.isOne(file, desk.languageId(file))) {
      return edited(file, Pins.of(RequirementsFile.parse(target.text(desk)), export), desk);
    }
    var conda = intact(conda(target, target.contents(desk), desk), desk);
    return edited(conda.source().uri(), Pins.of(conda, export), desk);
  }

  private static CompletableFuture<Result> toImage(Target target, boolean all, Desk desk) {
    var contents = target.contents(desk);
    var definition = target.definition(contents, desk);
    var conda = intact(conda(target, contents, desk), desk);
    var report = ShowImage.of(definition, desk);
    var own =
        report
            .contents()
            .map(ImageContents::own)
            .orElseThrow(
                () ->
                    new Refused(
                        "There is no image %s here to pin to. Build it first, or paste an export."
                            .formatted(report.reference())));
    var image = new BuiltImage(desk.machine().clock().instant(), report.base(), own);
    var pins = all ? whole(conda, image) : Pins.of(conda, Export.of(image));
    return edited(conda.source().uri(), pins, desk);
  }

  private static Pins.Result whole(CondaSection conda, BuiltImage image) {
    List<Pins.Pinned> pinned = new ArrayList<>();
    List<Pins.Unpinned> unpinned = new ArrayList<>();
    for (var one : WholePins.drift(conda, image)) {
      one.image()
          .ifPresentOrElse(
              version -> pinned.add(new Pins.Pinned(one.name(), version)),
              () -> unpinned.add(new Pins.Unpinned(one.name(), "the image has none")));
    }
    return new Pins.Result(pinned, unpinned, WholePins.edits(conda, image));
  }

  private static CondaSection intact(CondaSection conda, Desk desk) {
    if (!conda.source().yaml().isIntact()) {
      throw new Refused(
          "'%s' isn't valid YAML. Mend that first.".formatted(desk.spelled(conda.source().uri())));
    }
    return conda;
  }

  private static CondaSection conda(Target target, Contents contents, Desk desk) {
    if (contents.uses().isEmpty() && contents.condaFiles().size() == 1) {
      return contents.condaFiles().get(0);
    }
    var definition = target.definition(contents, desk);
    return definition
        .effectiveConda()
        .flatMap(Conda::section)
        .orElseThrow(
            () ->
                new Refused(
                    "%s has no conda definition that can be read, so there is nothing to pin."
                        .formatted(definition.label())));
  }

  private static CompletableFuture<Result> edited(URI file, Pins.Result pins, Desk desk) {
    var applied =
        pins.edits().isEmpty()
            ? CompletableFuture.completedFuture(false)
            : desk.apply(Fix.edit("Pin packages", file, pins.edits()));
    return applied.thenApply(done -> new Result(pins.pinned(), pins.unpinned(), done));
  }

  @Override
  public JsonElement write(Result result) {
    var pinned = new JsonArray();
    for (var one : result.pinned()) {
      pinned.add(entry(one.name(), "version", one.version()));
    }
    var unpinned = new JsonArray();
    for (var one : result.unpinned()) {
      unpinned.add(entry(one.name(), "reason", one.reason()));
    }
    var json = new JsonObject();
    json.add("pinned", pinned);
    json.add("unpinned", unpinned);
    json.addProperty("applied", result.applied());
    return json;
  }

  private static JsonObject entry(String name, String key, String value) {
    var json = new JsonObject();
    json.addProperty("package", name);
    json.addProperty(key, value);
    return json;
  }
}
