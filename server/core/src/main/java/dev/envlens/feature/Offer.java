package dev.envlens.feature;

import dev.envlens.feature.CaretPlace.Role;
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
    return block && (place.role() == Role.KEY || place.role() == Role.NEW_ITEM) ? "- " : "";
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
    String close = token.closed() ? "" : String.valueOf(token.quote());
    insert(shown, part, Template.of(dash() + text + close), filter);
  }

  /** A number or flag in place of the token. */
  void literal(Shown shown, String value) {
    var token = place.token();
    var json = place.writing().style() == Sketch.Style.JSON && !token.isQuoted();
    String written =
        json || !token.isQuoted() ? value : token.written(value, place.writing().style());
    insert(shown, token, Template.of(written), value);
  }

  /** A template in place of all of the token, its quotes included. */
  void template(Shown shown, Template template, String filter) {
    var token = place.token();
    String quote = token.isQuoted() ? String.valueOf(token.quote()) : "";
    items.add(
        new Completion(
            shown,
            new Insertion(token.whole(), led(token, template), place.layout()),
            quote.isEmpty() ? filter : quote + filter + quote));
  }

  private void insert(Shown shown, Token part, Template value, String filter) {
    boolean comma = place.writing().needsComma() && !part.isQuoted();
    var template = comma ? value.then(",") : value;
    items.add(
        new Completion(
            shown, new Insertion(part.content(), led(part, template), place.layout()), filter));
  }

  private static Template led(Token token, Template template) {
    return token.lead().isEmpty() ? template : Template.of(token.lead()).then(template);
  }

  void hasMore() {
    incomplete = true;
  }

  Completions.Answer answer() {
    return new Completions.Answer(items, incomplete);
  }
}
