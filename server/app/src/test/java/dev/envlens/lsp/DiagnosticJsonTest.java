package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written in our way and in LSP4J's is the same, character by character. */
class DiagnosticJsonTest {

  private final Gson ours = new MessageJsonHandler(Map.of(), DiagnosticJson::configure).getGson();
  private final Gson theirs =
      new MessageJsonHandler(Map.of(), GsonBuilder::disableHtmlEscaping).getGson();

  static List<Consumer<Diagnostic>> changes() {
    return List.of(
        diagnostic -> {},
        diagnostic -> diagnostic.setSeverity(null),
        diagnostic -> diagnostic.setSource(null),
        diagnostic -> diagnostic.setCode(7),
        diagnostic -> diagnostic.setCodeDescription(new DiagnosticCodeDescription("https://x.y")),
        diagnostic -> diagnostic.setMessage(new MarkupContent("markdown", "**bold**")),
        diagnostic -> diagnostic.setTags(List.of(DiagnosticTag.Deprecated)),
        diagnostic -> diagnostic.setData("data"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void bothWaysWriteTheSame(Consumer<Diagnostic> change) {
    bothWaysWriteTheSame("'numpy' <has> no \"version\" = \u00E9\uD83D\uDE00\u2028\t\\", change);
    bothWaysWriteTheSame("'numpy' <has> no version = & ~.", change);
  }

  private void bothWaysWriteTheSame(String message, Consumer<Diagnostic> change) {
    var diagnostic =
        new Diagnostic(
            new Range(new Position(3, 5), new Position(4, 0)),
            message,
            DiagnosticSeverity.Information,
            "envlens",
            "unpinned-package");
    change.accept(diagnostic);
    String json = theirs.toJson(diagnostic);
    assertEquals(json, ours.toJson(diagnostic));
    assertEquals(theirs.fromJson(json, Diagnostic.class), ours.fromJson(json, Diagnostic.class));
  }
}
