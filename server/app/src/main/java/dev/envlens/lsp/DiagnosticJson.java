package dev.envlens.lsp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;

/**
 * Writes the diagnostics that {@link ToLsp} makes, of which a message may hold thousands. LSP4J's
 * own way looks at each field of each by reflection and at each character of it; it does the rest:
 * reading, and what we never send.
 */
final class DiagnosticJson implements TypeAdapterFactory {

  /** Makes a server's messages: nobody reads them as HTML, for which apostrophes are escaped. */
  static void configure(GsonBuilder gson) {
    gson.disableHtmlEscaping().registerTypeAdapterFactory(new DiagnosticJson());
  }

  @Override
  @SuppressWarnings("unchecked") // the type was looked at
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return type.getRawType() == Diagnostic.class
        ? (TypeAdapter<T>)
            new Adapter(gson, gson.getDelegateAdapter(this, TypeToken.get(Diagnostic.class)))
        : null;
  }

  private static final class Adapter extends TypeAdapter<Diagnostic> {

    private final Gson gson;
    private final TypeAdapter<Diagnostic> general;

    Adapter(Gson gson, TypeAdapter<Diagnostic> general) {
      this.gson = gson;
      this.general = general;
    }

    @Override
    public Diagnostic read(JsonReader in) throws IOException {
      return general.read(in);
    }

    @Override
    public void write(JsonWriter out, Diagnostic diagnostic) throws IOException {
      if (diagnostic == null || !isPlain(diagnostic)) {
        general.write(out, diagnostic);
        return;
      }
      var json = new StringBuilder(160 + diagnostic.getMessage().getLeft().length());
      position(json.append("{\"range\":{\"start\":"), diagnostic.getRange().getStart());
      position(json.append(",\"end\":"), diagnostic.getRange().getEnd());
      json.append("},\"severity\":").append(diagnostic.getSeverity().getValue());
      text(json.append(",\"code\":"), diagnostic.getCode().getLeft());
      text(json.append(",\"source\":"), diagnostic.getSource());
      text(json.append(",\"message\":"), diagnostic.getMessage().getLeft());
      out.jsonValue(json.append('}').toString());
    }

    private static void position(StringBuilder json, Position position) {
      json.append("{\"line\":").append(position.getLine());
      json.append(",\"character\":").append(position.getCharacter()).append('}');
    }

    private void text(StringBuilder json, String text) {
      if (needsEscape(text)) {
        json.append(gson.toJson(text));
      } else {
        json.append('"').append(text).append('"');
      }
    }

    private static boolean needsEscape(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' || c > '~' || c == '"' || c == '\\') {
          return true;
        }
      }
      return false;
    }

    private static boolean isPlain(Diagnostic diagnostic) {
      return diagnostic.getRange() != null
          && diagnostic.getSeverity() != null
          && diagnostic.getCode() != null
          && diagnostic.getCode().isLeft()
          && diagnostic.getSource() != null
          && diagnostic.getMessage() != null
          && diagnostic.getMessage().isLeft()
          && diagnostic.getCodeDescription() == null
          && diagnostic.getTags() == null
          && diagnostic.getRelatedInformation() == null
          && diagnostic.getData() == null;
    }
  }
}
