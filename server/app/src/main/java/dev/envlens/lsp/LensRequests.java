package dev.envlens.lsp;

import com.google.gson.JsonObject;
import dev.envlens.feature.Lens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;

/** Answers what stands above the environments of a document. */
final class LensRequests {

  /** A lens that says something and does nothing. */
  private static final String NO_COMMAND = "";

  /** The server's own commands: a client that knows none of them has the server run them. */
  static final Map<Lens.Deed, String> COMMANDS =
      Map.of(
          Lens.Deed.BUILD, "envlens.server.build", Lens.Deed.REGISTER, "envlens.server.register");

  private final Answers answers;

  LensRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          return answers.session().annotations().lenses(analysis).stream()
              .map(lens -> new CodeLens(ToLsp.range(lines, lens.range()), command(lens), null))
              .toList();
        },
        List.of());
  }

  private Command command(Lens lens) {
    if (lens.act().isEmpty()) {
      return new Command(lens.title(), NO_COMMAND);
    }
    var act = lens.act().get();
    var argument = new JsonObject();
    argument.addProperty("uri", answers.session().uris().toClient(act.file()));
    argument.addProperty("pointer", act.pointer());
    return new Command(lens.title(), COMMANDS.get(act.deed()), List.of(argument));
  }
}
