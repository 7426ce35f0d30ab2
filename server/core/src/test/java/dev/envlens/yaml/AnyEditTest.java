package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever is done to a file. */
class AnyEditTest {

  private static final String ENVIRONMENT =
      """
      # an environment
      $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
      name: train
      version: 1
      image: "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest"
      description: |
        Trains # not a comment

        twice.
      tags: &tags {owner: 'the team', cost: 1, "a: b": [x, y]}
      properties:
        <<: *tags
        placeholder: {{latest-image-tag}}
      inference_config:
        liveness_route:
          port: 5001
          path: /live # comment
        scoring_route: {port: 5001, path: /score}
      conda_file:
        channels: [conda-forge]
        dependencies:
          - python=3.10
          - pip>=24.0
          - pip:
              - numpy==1.26.4
              - "scipy[all]; python_version < '3.12'"
      emoji: 😀 x 😀
      os_type: linux
      """;

  private static final String CHARACTERS = "a:-#'\"[]{},&*!|>%@`\t\n\r ?<=\\~\u0001\uD83D\uFEFFé";

  @Property(tries = 1000)
  void nothingThrowsAndRangesHold(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int edits) {
    var random = new Random(seed);
    String text = ENVIRONMENT;
    for (int i = 0; i < edits; i++) {
      text = edited(text, random);
    }
    var yaml = Yaml.parse(text);
    assertRangesHold(yaml);
    assertTrue(yaml.problems().size() <= YamlReader.MAX_PROBLEMS);
    for (var problem : yaml.problems()) {
      assertFalse(
          problem
              .message()
              .matches(
                  ".*(token|scalar|block (mapping|collection|end)|flow|simple key|scanning|parsing).*"),
          problem.message());
    }
  }

  @Property(tries = 300)
  void aRepairedPartIsUnreadOrThereIsNoLoss(@ForAll long seed) {
    var yaml = Yaml.parse(edited(ENVIRONMENT, new Random(seed)));
    if (yaml.isIntact()) {
      assertEquals(List.of(), yaml.unread());
    }
    for (var unread : yaml.unread()) {
      assertWithin(unread, new TextRange(0, yaml.text().length()), "unread");
    }
  }

  /** A line that goes, goes alone: what stands under other keys is read as before. */
  @Property(tries = 29)
  void aDeletedLineLeavesOtherKeysAlone(@ForAll @IntRange(min = 0, max = 28) int line) {
    var before = Yaml.parse(ENVIRONMENT);
    var gone = before.lines().lineRange(line);
    String text =
        ENVIRONMENT.substring(0, gone.start())
            + ENVIRONMENT.substring(before.lines().nextLineStart(line));
    var after = Yaml.parse(text).documents().get(0).mapping().orElseThrow();
    for (var entry : top(before).entries()) {
      boolean touched = entry.range().intersects(gone) || entry.name().equals("properties");
      if (!touched && !isNextTo(before, entry.range(), line)) {
        assertEquals(
            Trees.print(entry.value()),
            after.get(entry.name()).map(Trees::print).orElse("gone"),
            entry.name());
      }
    }
  }

  /** Half of a line, and of nothing else: keys below and above are still there. */
  @Property(tries = 500)
  void aHalfTypedLineLeavesOtherKeysAlone(
      @ForAll @IntRange(min = 1, max = 28) int line,
      @ForAll @IntRange(min = 0, max = 40) int length) {
    var before = Yaml.parse(ENVIRONMENT);
    var range = before.lines().lineRange(line);
    int end = Math.min(range.start() + length, range.end());
    var after = Yaml.parse(ENVIRONMENT.substring(0, end) + ENVIRONMENT.substring(range.end()));
    var root = after.documents().get(0).mapping().orElseThrow();
    for (var entry : top(before).entries()) {
      if (!entry.range().intersects(range)
          && !isNextTo(before, entry.range(), line)
          && !entry.name().equals("properties")) {
        assertEquals(
            Trees.print(entry.value()),
            root.get(entry.name()).map(Trees::print).orElse("gone"),
            entry.name() + " in\n" + after.text());
      }
    }
  }

  /**
   * Whether the entry ends above the line: what is left of the line may be read as a part of it.
   */
  private static boolean isNextTo(Yaml yaml, TextRange entry, int line) {
    return yaml.lines().line(entry.end()) == line - 1;
  }

  private static Mapping top(Yaml yaml) {
    return yaml.documents().get(0).mapping().orElseThrow();
  }

  private static String edited(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    var lines = Yaml.parse(text).lines();
    var line = lines.lineRange(lines.line(at));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 ->
          text.substring(0, at)
              + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()))
              + text.substring(at);
      case 2 -> text.substring(0, line.start()) + text.substring(line.end());
      case 3 -> text.substring(0, at) + text.substring(at, end) + text.substring(at);
      default ->
          text.substring(0, line.start()) + line.of(text) + "\n" + text.substring(line.start());
    };
  }

  private static void assertRangesHold(Yaml yaml) {
    var whole = new TextRange(0, yaml.text().length());
    yaml.problems().forEach(problem -> assertWithin(problem.range(), whole, "problem"));
    yaml.comments().forEach(comment -> assertWithin(comment.range(), whole, "comment"));
    yaml.unread().forEach(range -> assertWithin(range, whole, "unread"));
    for (var document : yaml.documents()) {
      document.root().ifPresent(root -> assertHolds(root, whole));
    }
  }

  private static void assertHolds(Node node, TextRange parent) {
    assertWithin(node.range(), parent, "node");
    for (var member : members(node)) {
      assertWithin(member.place(), node.range(), "member");
      if (member.value().range().equals(member.place())) {
        assertHolds(member.value(), node.range());
      }
    }
  }

  private record Member(TextRange place, Node value) {}

  private static List<Member> members(Node node) {
    var members = new ArrayList<Member>();
    if (node instanceof Mapping mapping) {
      mapping.entries().stream()
          .flatMap(
              entry ->
                  Stream.of(
                      new Member(entry.key().range(), entry.key()),
                      new Member(entry.valueRange(), entry.value())))
          .forEach(members::add);
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> members.add(new Member(item.range(), item.value())));
    }
    return members;
  }

  private static void assertWithin(TextRange inner, TextRange outer, String what) {
    assertTrue(outer.contains(inner), () -> what + " " + inner + " is not within " + outer);
  }
}
