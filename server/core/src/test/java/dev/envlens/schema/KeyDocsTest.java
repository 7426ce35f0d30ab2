package dev.envlens.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.schema.SchemaProblem.MissingKey;
import dev.envlens.schema.SchemaProblem.StaleKey;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDocsTest {

  /** A key (or list item) of a schema and how it is reached. */
  record Known(Format format, List<String> path, KeyDoc doc) {

    @Override
    public String toString() {
      return format + " " + String.join("/", path);
    }
  }

  private static final KeyDocs ENVIRONMENT = new KeyDocs(Format.ENVIRONMENT);

  static Stream<Known> everything() {
    var result = new ArrayList<Known>();
    for (var format : Format.values()) {
      collect(format, List.of(), result);
    }
    return result.stream();
  }

  private static void collect(Format format, List<String> path, List<Known> result) {
    var docs = new KeyDocs(format);
    var steps = new ArrayList<>(docs.keysAt(path).stream().map(KeyDoc::name).toList());
    if (docs.at(path).orElseThrow().types().contains("array")) {
      steps.add("0");
    }
    for (var step : steps) {
      var child = Stream.concat(path.stream(), Stream.of(step)).toList();
      result.add(new Known(format, child, docs.at(child).orElseThrow()));
      collect(format, child, result);
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyKeyIsDescribedWithExamplesThatAreValid(Known known) {
    assertTrue(known.doc().description().endsWith("."), known.doc().description());
    assertFalse(known.doc().examples().isEmpty());
    for (var example : known.doc().examples()) {
      var problems =
          Validated.as(known.format(), within(known.path(), example)).problems().stream()
              .filter(problem -> !(problem instanceof MissingKey || problem instanceof StaleKey))
              .toList();
      assertEquals(List.of(), problems, example);
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void aDefaultIsValid(Known known) {
    known
        .doc()
        .defaultValue()
        .ifPresent(value -> Validated.as(known.format(), within(known.path(), value)).says());
  }

  /** {@code value} as YAML, in a file where it stands at {@code path}. */
  private static String within(List<String> path, String value) {
    String text = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      boolean item = path.get(i).equals("0");
      text = (item ? "- " : path.get(i) + ":\n  ") + text.indent(2).strip();
    }
    return text + "\n";
  }

  @ParameterizedTest
  @EnumSource
  void anExampleReadsBackAsTheSchemaHasIt(Format format) {
    var schema = SchemaFiles.json(format);
    var json = schema.findValues("examples").stream().flatMap(e -> e.valueStream()).toList();
    assertFalse(json.isEmpty());
    for (var example : json) {
      var root = Yaml.parse(YamlText.of(example)).documents().stream().findFirst();
      var read =
          root.flatMap(document -> document.root())
              .map(node -> JsonTree.of(node, JsonTree.Mode.TYPED).root().toString());
      assertEquals(example.toString(), read.orElse("null"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFileAsAWholeIsDescribed(Format format) {
    var doc = new KeyDocs(format).at(List.of()).orElseThrow();
    assertTrue(doc.title().isPresent());
    assertFalse(doc.description().isEmpty());
    assertEquals(List.of("object"), doc.types());
    Validated.as(format, doc.examples().get(0) + "\n").says();
  }

  @Test
  void aKeyIsFoundThroughReferences() {
    var port = ENVIRONMENT.at(List.of("inference_config", "scoring_route", "port")).orElseThrow();
    assertEquals("port", port.name());
    assertEquals(List.of("integer"), port.types());
    assertEquals(List.of("5001", "8080"), port.examples());
    assertTrue(port.required());
    var pip = ENVIRONMENT.at(List.of("conda_file", "dependencies", "3", "pip")).orElseThrow();
    assertEquals(List.of("array"), pip.types());
    assertEquals(List.of("- numpy==1.26.4\n- scikit-learn==1.4.2"), pip.examples());
  }

  @Test
  void whatHasAFewValuesNamesThem() {
    var os = ENVIRONMENT.at(List.of("os_type")).orElseThrow();
    assertEquals(List.of("linux", "windows"), os.allowed());
    assertEquals(Optional.of("linux"), os.defaultValue());
    assertFalse(os.required());
  }

  @Test
  void aDescriptionBesideAReferenceWins() {
    var route = ENVIRONMENT.at(List.of("inference_config", "liveness_route")).orElseThrow();
    assertTrue(route.description().contains("alive"), route.description());
  }

  @Test
  void theKeysOfAMappingComeInOrder() {
    assertEquals(
        List.of("path", "dockerfile_path", "local_path"),
        ENVIRONMENT.keysAt(List.of("build")).stream().map(KeyDoc::name).toList());
    assertEquals(List.of(), ENVIRONMENT.keysAt(List.of("tags")));
    assertEquals(List.of(), ENVIRONMENT.keysAt(List.of("no", "such")));
  }

  @Test
  void whatIsStaleOrWrittenByAzureIsNotForWriting() {
    var build = ENVIRONMENT.keysAt(List.of("build"));
    assertEquals(Optional.of("path"), build.get(2).movedTo());
    assertEquals(List.of(true, true, false), build.stream().map(KeyDoc::isForWriting).toList());
    var id = ENVIRONMENT.at(List.of("id")).orElseThrow();
    assertTrue(id.readOnly());
    assertFalse(id.isForWriting());
  }

  @Test
  void aFreeKeyHasNoDescriptionAndAnUnknownOneNothing() {
    assertEquals("", ENVIRONMENT.at(List.of("tags", "team")).orElseThrow().description());
    assertEquals(Optional.empty(), ENVIRONMENT.at(List.of("imagee")));
    assertEquals(Optional.empty(), ENVIRONMENT.at(List.of("name", "x")));
  }
}
