package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.link.MemoryFiles;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FixAllTest {

  private static final String TEXT =
      """
      $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
      command: python train.py # envlens: ignore floating-image, invalid-image
      environment:
        name: train # mine
        image: python:3.12.4
        # envlens: ignore
        conda_file:
          channels: [conda-forge]
          dependencies: [python=3.12]
          prefix: /opt/conda
      """;

  private static final String FIXED =
      """
      $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
      command: python train.py
      environment:
        image: python:3.12.4
        conda_file:
          channels: [conda-forge]
          dependencies: [python=3.12]
      """;

  /** One file that may be edited, and others that may not. */
  private record OneFile(Check check, URI file) implements FixAll.Files {
    @Override
    public Optional<URI> editable(URI other) {
      return Optional.of(other).filter(file::equals);
    }

    @Override
    public String text(URI editable) {
      return check.texts().get(Check.path(editable));
    }

    @Override
    public List<Finding> check(Map<URI, String> changed) {
      var texts = new LinkedHashMap<>(check.texts());
      changed.forEach((uri, text) -> texts.put(Check.path(uri), text));
      return check.findings(texts);
    }
  }

  private static Map<URI, FixAll.Fixed> fix(Check check) {
    var file = MemoryFiles.uri(check.main());
    return FixAll.of(new OneFile(check, file), finding -> true);
  }

  @Test
  void everythingSafeIsFixedUntilNothingIsLeft() {
    for (String end : List.of("\n", "\r\n")) {
      var fixed =
          fix(Check.file("job.yml", TEXT.replace("\n", end))).get(MemoryFiles.uri("job.yml"));
      assertEquals(FIXED.replace("\n", end), fixed.after());
      assertEquals(fixed.after(), TextEdit.apply(fixed.before(), fixed.edits()));
      assertEquals(
          List.of("anonymous-name-ignored", "conda-prefix", "unused-ignore"),
          fixed.mended().stream().map(Finding::code).distinct().sorted().toList());
    }
  }

  @Test
  void onlyWhatIsWantedIsFixed() {
    var check = Check.file("job.yml", TEXT);
    var fixed =
        FixAll.of(
            new OneFile(check, MemoryFiles.uri("job.yml")), f -> f.code().equals("conda-prefix"));
    assertEquals(
        TEXT.replace("    prefix: /opt/conda\n", ""),
        fixed.get(MemoryFiles.uri("job.yml")).after());
  }

  @Test
  void otherFilesAreLeftAlone() {
    var check =
        Check.environment("name: train\nimage: python:3.12.4\nconda_file: conda.yml\n")
            .with("conda.yml", "channels: [a]\ndependencies: [python=3.12]\nprefix: /opt\n");
    assertEquals(Map.of(), fix(check));
  }

  @Test
  void manyLinesInARowGoAtOnce() {
    String comments = "# envlens: ignore invalid-image\n".repeat(60);
    var check = Check.environment("name: a\n" + comments + "image: python:3.12.4\n");
    assertEquals(
        "name: a\nimage: python:3.12.4\n",
        fix(check).get(MemoryFiles.uri("environment.yml")).after());
  }

  @Provide
  Arbitrary<List<TextEdit>> rounds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 10),
            Arbitraries.strings().ofMaxLength(4))
        .as((start, length, text) -> TextEdit.replace(new TextRange(start, start + length), text))
        .list()
        .ofMaxSize(8);
  }

  @Property
  void editsAfterEditsAreEditsOfTheFirstText(
      @ForAll String text, @ForAll("rounds") List<TextEdit> rounds) {
    var composed = new ComposedEdits(text);
    String now = text;
    for (var edit : rounds) {
      int start = Math.min(edit.range().start(), now.length());
      int end = Math.min(edit.range().end(), now.length());
      var inside = List.of(TextEdit.replace(new TextRange(start, end), edit.newText()));
      now = TextEdit.apply(now, inside);
      composed.apply(inside);
      assertEquals(now, composed.text());
      assertEquals(now, TextEdit.apply(text, composed.edits()));
    }
  }
}
