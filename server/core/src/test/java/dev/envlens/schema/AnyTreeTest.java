package dev.envlens.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyTreeTest {

  private static final String[] WORDS = {
    "name",
    "image",
    "build",
    "path",
    "conda_file",
    "dependencies",
    "pip",
    "channels",
    "os_type",
    "inference_config",
    "scoring_route",
    "port",
    "tags",
    "local_path",
    "python",
    "docker",
    "spark",
    "packages",
    "condaDependencies",
    "linux",
    "1",
    "1.5",
    "true",
    "null",
    "~",
    "{{x}}",
    "'q'",
    "\"5\"",
    "&a x",
    "*a",
    "<<",
    "ключ",
    "🙂",
    "#no",
    "[",
    "}",
    "\t",
    "%",
    "? a"
  };

  private static final int DEPTH = 4;

  /** Values in one line, up to {@code depth} levels deep. */
  private static Arbitrary<String> values(int depth) {
    var words = Arbitraries.of(WORDS);
    if (depth == 0) {
      return words;
    }
    var inner = values(depth - 1);
    var lists = inner.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
    var mappings = entries(inner).map(entries -> "{" + String.join(", ", entries) + "}");
    return Arbitraries.oneOf(words, lists, mappings);
  }

  private static Arbitrary<List<String>> entries(Arbitrary<String> values) {
    return Combinators.combine(Arbitraries.of(WORDS), values)
        .as((key, value) -> key + ": " + value)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> lines() {
    return entries(values(DEPTH)).map(entries -> String.join("\n", entries) + "\n");
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anythingIsAnsweredInSentencesWithinTheText(
      @ForAll("lines") String text, @ForAll Format format) {
    var whole = new TextRange(0, text.length());
    for (var document : Yaml.parse(text).documents()) {
      var problems =
          document.root().map(root -> Schemas.validate(format, root, x -> x.startsWith("{{")));
      for (var problem : problems.orElse(List.of())) {
        assertTrue(whole.contains(problem.range()), problem::toString);
        assertTrue(problem.message().matches("(?s).*[.?]"), problem::message);
      }
    }
  }
}
