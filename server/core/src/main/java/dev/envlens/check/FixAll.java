package dev.envlens.check;

import dev.envlens.text.TextEdit;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Applies all safe fixes to whole files, again and again until none is left: a fix may bring what
 * another mends.
 */
public final class FixAll {

  /** Fixes lead to others a few times; more often than that they would go round in a circle. */
  private static final int MOST_ROUNDS = 20;

  /** The files that may be edited. */
  public interface Files {

    /** The file to edit for {@code file}, by one name for each; none where it isn't to be. */
    Optional<URI> editable(URI file);

    /** What the file that is to be edited reads before anything is fixed. */
    String text(URI editable);

    /** What is found while the files in {@code changed} read so, and all others as they are. */
    List<Finding> check(Map<URI, String> changed);
  }

  /**
   * What became of a file.
   *
   * @param edits of the text before, in order
   * @param mended the findings that were fixed, in the order of fixing
   */
  public record Fixed(String before, String after, List<TextEdit> edits, List<Finding> mended) {
    public Fixed {
      edits = List.copyOf(edits);
      mended = List.copyOf(mended);
    }
  }

  private final Files files;
  private final Map<URI, ComposedEdits> composed = new LinkedHashMap<>();
  private final Map<URI, List<Finding>> mended = new HashMap<>();

  private FixAll(Files files) {
    this.files = files;
  }

  /** The files that change, when the findings that are {@code wanted} and safe to fix are fixed. */
  public static Map<URI, Fixed> of(Files files, Predicate<Finding> wanted) {
    var all = new FixAll(files);
    int rounds = 0;
    while (rounds < MOST_ROUNDS && all.round(wanted)) {
      rounds++;
    }
    return all.result();
  }

  /** Whether anything was fixed. */
  private boolean round(Predicate<Finding> wanted) {
    Map<URI, String> changed = new HashMap<>();
    composed.forEach((file, edits) -> changed.put(file, edits.text()));
    Map<URI, NavigableMap<Integer, TextEdit>> chosen = new LinkedHashMap<>();
    for (var finding : files.check(changed)) {
      if (wanted.test(finding)) {
        finding.fixes().stream()
            .filter(Fix::safe)
            .findFirst()
            .ifPresent(f -> choose(finding, f, chosen));
      }
    }
    chosen.forEach(
        (file, edits) ->
            composed
                .computeIfAbsent(file, key -> new ComposedEdits(files.text(key)))
                .apply(List.copyOf(edits.values())));
    return !chosen.isEmpty();
  }

  /** Takes all edits of a fix, or none where one can't be made or overlaps one that was taken. */
  private void choose(Finding finding, Fix fix, Map<URI, NavigableMap<Integer, TextEdit>> chosen) {
    Map<URI, List<TextEdit>> edits = new LinkedHashMap<>();
    for (var change : fix.changes()) {
      var file = files.editable(change.file());
      if (file.isEmpty() || !(change instanceof Change.Edit edit)) {
        return;
      }
      NavigableMap<Integer, TextEdit> taken = chosen.getOrDefault(file.get(), new TreeMap<>());
      if (overlaps(taken, edit.edit())) {
        return;
      }
      edits.computeIfAbsent(file.get(), key -> new ArrayList<>()).add(edit.edit());
    }
    edits.forEach(
        (file, list) -> {
          var taken = chosen.computeIfAbsent(file, key -> new TreeMap<>());
          list.forEach(edit -> taken.put(edit.range().start(), edit));
          mended.computeIfAbsent(file, key -> new ArrayList<>()).add(finding);
        });
  }

  /** What begins together overlaps, for of two insertions neither knows of the other. */
  private static boolean overlaps(NavigableMap<Integer, TextEdit> taken, TextEdit edit) {
    var before = taken.floorEntry(edit.range().start());
    var after = taken.ceilingEntry(edit.range().start());
    return (before != null
            && (before.getValue().range().end() > edit.range().start()
                || before.getKey() == edit.range().start()))
        || (after != null && after.getKey() < edit.range().end());
  }

  private Map<URI, Fixed> result() {
    Function<Map.Entry<URI, ComposedEdits>, Fixed> fixed =
        entry ->
            new Fixed(
                files.text(entry.getKey()),
                entry.getValue().text(),
                entry.getValue().edits(),
                mended.get(entry.getKey()));
    return composed.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, fixed, (one, other) -> one, LinkedHashMap::new));
  }
}
