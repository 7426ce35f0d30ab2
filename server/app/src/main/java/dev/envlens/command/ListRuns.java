package dev.envlens.command;

import com.google.gson.JsonElement;
import dev.envlens.run.RunRecord;
import dev.envlens.workspace.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lists a page of what ran on this machine, the newest first. */
final class ListRuns implements Command<ListRuns.Arguments, Slice<RunRecord>> {

  private static final int PAGE = 50;

  /**
   * @param next what the page before said
   */
  record Arguments(Optional<String> next) {}

  @Override
  public String id() {
    return "envlens.server.runs";
  }

  @Override
  public List<String> fields() {
    return List.of("next");
  }

  @Override
  public Arguments read(Fields fields) {
    return new Arguments(fields.optionalText("next"));
  }

  @Override
  public CompletableFuture<Slice<RunRecord>> run(Arguments arguments, Desk desk) {
    return CompletableFuture.completedFuture(desk.machine().runs().list(PAGE, arguments.next()));
  }

  @Override
  public JsonElement write(Slice<RunRecord> page) {
    var json = new LinkedHashMap<String, Object>();
    json.put("runs", page.items().stream().map(RunRecord::description).toList());
    json.put("next", page.next().orElse(null));
    return RunJson.of(json);
  }
}
