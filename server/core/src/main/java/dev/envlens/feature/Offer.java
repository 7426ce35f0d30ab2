package dev.envlens.feature;

import dev.envlens.feature.Completion.Insertion;
import dev.envlens.feature.Completion.Shown;
import java.util.ArrayList;
import java.util.List;

/** Collects what is offered at one place, in the order in which it is shown. */
final class Offer {

  private final CaretPlace place;
  private final List<Completion> items = new ArrayList<>();
  private boolean incomplete;

  Offer(CaretPlace place) {
    this.place = place;
  }

  CaretPlace place() {
    return place;
  }

  /** A value in place of the token. */
  void value(Shown shown, String value) {
    String written = place.token().written(value, place.writing().style());
    insert(shown, place.token(), Template.of(dash() + written), value);
  }

  /** The dash of an item that has none yet. */
  private String dash() {
    boolean block = place.writing().style() == Sketch.Style.BLOCK;
    return block && place.role() == CaretPlace.Role.KEY ? "- " : "";
  }

  /**
   * A text in place of what the token holds from its character {@code from} on; with what is before
   * it, it needs no quotes.
   *
   * @param filter what the part that is typed is compared with
   */
  void rest(Shown shown, int from, String text, String filter) {
    var token = place.token();
    if (place.writing().style() == Sketch.Style.JSON && !token.isQuoted()) {
      value(shown, token.typed().substring(0, from) + text);
      return;
    }
    var part = token.after(from);
    String space = part.glued() ? " " : "";
    String close = token.closed() ? "" : String.valueOf(token.quote());
    insert(shown, part, Template.of(dash() + space + text + close), filter);
  }

  /** A number or flag in place of the token. */
  void literal(Shown shown, String value) {
    var token = place.token();
    var json = place.writing().style() == Sketch.Style.JSON && !token.isQuoted();
    var template =
        json ? Template.of((token.glued() ? " " : "") + value) : Template.of(written(value));
    insert(shown, token, template, value);
  }

  private String written(String value) {
    var token = place.token();
    return token.isQuoted()
        ? token.written(value, place.writing().style())
        : (token.glued() ? " " : "") + value;
  }

  /** A template in place of all of the token, its quotes included. */
  void template(Shown shown, Template template, String filter) {
    var token = place.token();
    String quote = token.isQuoted() ? String.valueOf(token.quote()) : "";
    var glued = token.glued() ? Template.of(" ").then(template) : template;
    items.add(
        new Completion(
            shown,
            new Insertion(token.whole(), glued, place.layout()),
            quote.isEmpty() ? filter : quote + filter + quote));
  }

  private void insert(Shown shown, Token part, Template template, String filter) {
    items.add(
        new Completion(shown, new Insertion(part.content(), template, place.layout()), filter));
  }

  void hasMore() {
    incomplete = true;
  }

  Completions.Answer answer() {
    return new Completions.Answer(items, incomplete);
  }
}
