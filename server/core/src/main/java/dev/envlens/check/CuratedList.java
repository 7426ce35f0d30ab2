package dev.envlens.check;

import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.RequirementLine;
import dev.envlens.curated.Open;
import dev.envlens.link.Place;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a list of channels or packages with that of a curated environment.
 *
 * @param what one of its items, in words
 * @param expected the curated list, whose items may be open in part
 * @param anchor where to say what is missing from the list
 */
record CuratedList(
    String what, List<String> expected, List<Written> written, Place anchor, Editing editing) {

  /** Items beyond so many are compared as a whole. */
  private static final int MOST = 2_000;

  /** An item as it stands. */
  record Written(String text, Place place) {}

  /** Edits of the list; where there are none, no fix is offered. */
  interface Editing {
    List<Fix> replace(int index, String text);

    List<Fix> remove(int index);

    URI file();

    TextRange range(int index);

    String text();
  }

  List<CuratedChange> changes() {
    if (expected.size() > MOST || written.size() > MOST) {
      return List.of();
    }
    int[] partner = partners();
    var missing = new ArrayList<>(expected);
    for (int i = partner.length - 1; i >= 0; i--) {
      if (partner[i] >= 0) {
        missing.remove(expected.get(partner[i]));
      }
    }
    var changes = new ArrayList<CuratedChange>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        changes.add(changed(i, missing));
      }
    }
    for (String gone : missing) {
      changes.add(new CuratedChange(anchor, "lacks the %s '%s'".formatted(what, Open.shown(gone))));
    }
    return changes.isEmpty() && !isAscending(partner) ? List.of(reordered(partner)) : changes;
  }

  /** For each item that stands there, the curated one that it is, or -1. */
  private int[] partners() {
    boolean[] taken = new boolean[expected.size()];
    int[] partner = new int[written.size()];
    for (int i = 0; i < partner.length; i++) {
      partner[i] = partner(written.get(i).text(), i, taken);
      if (partner[i] >= 0) {
        taken[partner[i]] = true;
      }
    }
    return partner;
  }

  /** The one in the same place goes first, so that open items pair up as they stand. */
  private int partner(String text, int place, boolean[] taken) {
    if (place < expected.size() && !taken[place] && Open.fits(expected.get(place), text)) {
      return place;
    }
    for (int j = 0; j < expected.size(); j++) {
      if (!taken[j] && Open.fits(expected.get(j), text)) {
        return j;
      }
    }
    return -1;
  }

  private CuratedChange changed(int index, List<String> missing) {
    var item = written.get(index);
    var before = key(item.text()).flatMap(key -> withKey(key, missing));
    if (before.isEmpty()) {
      return new CuratedChange(
          item.place(),
          "has the %s '%s' besides".formatted(what, item.text()),
          false,
          moving(editing.remove(index)));
    }
    missing.remove(before.get());
    return new CuratedChange(
        item.place(),
        "has '%s' instead of '%s'".formatted(item.text(), Open.shown(before.get())),
        false,
        Open.in(before.get()) ? List.of() : moving(editing.replace(index, before.get())));
  }

  private static List<Fix> moving(List<Fix> fixes) {
    return fixes.stream().map(fix -> fix.movingHash(true)).toList();
  }

  private static Optional<String> withKey(String key, List<String> among) {
    return among.stream().filter(one -> key(one).filter(key::equals).isPresent()).findFirst();
  }

  /** What names a package; an open version is read as some version. */
  private static Optional<String> key(String text) {
    String closed = text.replace(Open.ANY, "0");
    return RequirementLine.parse(closed)
        .ok()
        .filter(RequirementLine.Named.class::isInstance)
        .map(line -> ((RequirementLine.Named) line).requirement().packageName().key())
        .or(() -> MatchSpec.parse(closed).ok().map(spec -> spec.packageName().key()));
  }

  private static boolean isAscending(int[] partner) {
    for (int i = 1; i < partner.length; i++) {
      if (partner[i] < partner[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private CuratedChange reordered(int[] partner) {
    var edits = new ArrayList<TextEdit>();
    for (int i = 0; i < partner.length; i++) {
      int wanted = indexOf(partner, i);
      if (wanted != i) {
        edits.add(TextEdit.replace(editing.range(i), editing.range(wanted).of(editing.text())));
      }
    }
    return new CuratedChange(
        anchor,
        "has the %ss in another order".formatted(what),
        true,
        List.of(Fix.edit("Restore the curated order", editing.file(), edits).movingHash(true)));
  }

  private static int indexOf(int[] partner, int wanted) {
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == wanted) {
        return i;
      }
    }
    throw new IllegalStateException("not every item has its partner");
  }
}
