package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.definition.Contents;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.schema.KeyDoc;
import dev.envlens.schema.KeyDocs;
import dev.envlens.text.LineIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What can be written at the caret: keys with a value to begin with, values, paths, packages and
 * versions, references, whole files. Works in a line that isn't YAML yet.
 */
public final class Completions {

  /**
   * What is offered.
   *
   * @param items the best first
   * @param incomplete whether another character typed may bring more than it takes away
   */
  public record Answer(List<Completion> items, boolean incomplete) {

    static final Answer NOTHING = new Answer(List.of(), false);

    private Answer and(Answer other) {
      return new Answer(
          Stream.concat(items.stream(), other.items.stream()).toList(),
          incomplete || other.incomplete);
    }

    public Answer {
      items = List.copyOf(items);
    }
  }

  private final Contents contents;
  private final int caret;
  private final Knowledge knowledge;

  private Completions(Contents contents, int caret, Knowledge knowledge) {
    this.contents = contents;
    this.caret = caret;
    this.knowledge = knowledge;
  }

  /** What is offered at the offset {@code caret}. */
  public static Answer at(Contents contents, int caret, Knowledge knowledge) {
    var yaml = contents.source().yaml();
    if (caret < 0 || caret > yaml.text().length()) {
      return Answer.NOTHING;
    }
    return new Completions(contents, caret, knowledge).answer();
  }

  /**
   * What is offered at the offset {@code caret} of a Dockerfile.
   *
   * @param curated the curated environments, whose images can be built on
   */
  public static Answer at(DockerfileSource dockerfile, int caret, Supplier<Catalogue> curated) {
    if (caret < 0 || caret > dockerfile.text().length()) {
      return Answer.NOTHING;
    }
    var lines = LineIndex.of(dockerfile.text());
    return SilencingCompletions.at(dockerfile.text(), lines, caret)
        .orElseGet(() -> DockerfileCompletions.at(dockerfile, lines, caret, curated));
  }

  private Answer answer() {
    var yaml = contents.source().yaml();
    var silencing =
        contents.isOurs()
            ? SilencingCompletions.at(yaml.text(), yaml.lines(), caret)
            : Optional.<Answer>empty();
    if (silencing.isPresent()) {
      return silencing.get();
    }
    if (FileSkeletons.fits(contents.source(), caret)) {
      return new FileSkeletons(contents.source(), caret, knowledge).answer();
    }
    return CaretReader.read(yaml, caret).stream()
        .map(this::at)
        .reduce(Answer::and)
        .orElse(Answer.NOTHING);
  }

  private Answer at(CaretPlace place) {
    var offer = new Offer(place);
    if (Aim.isReference(contents, place)) {
      ReferenceCompletions.add(offer, contents.source().uri(), knowledge);
      return offer.answer();
    }
    for (var aim : Aim.of(contents, place, caret)) {
      add(aim, offer);
    }
    return offer.answer();
  }

  private void add(Aim aim, Offer offer) {
    var values = new ValueCompletions(aim, offer, contents.source().uri(), knowledge);
    var path = aim.place().path();
    switch (aim.place().role()) {
      case VALUE -> values.add(path);
      case ITEM -> {
        values.add(path);
        if (mayBeKey(aim.place())) {
          keys(aim, offer);
        }
      }
      case NEW_ITEM -> values.add(item(path));
      case KEY -> {
        keys(aim, offer);
        if (isList(aim)) {
          values.add(item(path));
        }
      }
    }
  }

  private static List<String> item(List<String> list) {
    var item = new ArrayList<>(list);
    item.add("0");
    return item;
  }

  private void keys(Aim aim, Offer offer) {
    var folder = new FolderContents(contents.source().uri(), knowledge.listings());
    var sketches = new KeySketches(contents.source().uri(), folder);
    new KeyCompletions(aim, offer, sketches).add();
    if (folder.isPending()) {
      offer.hasMore();
    }
  }

  /** A list's item may be a mapping; within brackets that would take brackets of its own. */
  private static boolean mayBeKey(CaretPlace place) {
    return place.writing().style() == Sketch.Style.BLOCK
        && place.token().typed().chars().allMatch(Character::isLetter);
  }

  private static boolean isList(Aim aim) {
    return new KeyDocs(aim.format())
        .at(aim.place().path())
        .map(KeyDoc::types)
        .filter(types -> types.contains("array"))
        .isPresent();
  }
}
