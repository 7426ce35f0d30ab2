package dev.envlens.workspace;

import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a definition out as it is: every file keeps its place relative to the others, below the
 * innermost folder that holds them all.
 */
final class AsWritten {

  private final OwnText text;
  private final Belongings belongings;

  AsWritten(OwnText text, Surroundings surroundings) {
    this.text = text;
    this.belongings = Belongings.of(text.definition(), surroundings);
  }

  /** The layout, which may lead out of itself; none where the files can't keep their places. */
  Optional<Layout> layout() {
    URI own = text.definition().source().uri();
    return text.asWritten()
        ? CommonFolder.of(files(own)).flatMap(base -> layout(base, own))
        : Optional.empty();
  }

  private List<URI> files(URI own) {
    List<URI> files = new ArrayList<>(List.of(own));
    belongings.conda().ifPresent(conda -> files.add(conda.uri()));
    belongings.requirements().forEach(requirements -> files.add(requirements.uri()));
    belongings.context().ifPresent(context -> files.add(context.uri()));
    return files;
  }

  private Optional<Layout> layout(URI base, URI own) {
    Map<String, FolderPart> parts = new LinkedHashMap<>();
    var context =
        belongings
            .context()
            .map(
                folder -> {
                  String path = Paths.relative(base, folder.uri());
                  String inside = path.equals(".") ? "" : path;
                  parts.putAll(folder.parts(inside.isEmpty() ? "" : inside + "/"));
                  return new Layout.Context(inside, folder.entries());
                });
    String definition = Paths.relative(base, own);
    boolean put = put(parts, definition, text.text());
    if (belongings.conda().isPresent()) {
      var conda = belongings.conda().get();
      put &= put(parts, Paths.relative(base, conda.uri()), conda.text());
    }
    for (var requirements : belongings.requirements()) {
      put &= put(parts, Paths.relative(base, requirements.uri()), requirements.text());
    }
    return put ? Optional.of(new Layout(definition, parts, context)) : Optional.empty();
  }

  /** Whether the text is there: what a build context has in its place must be the same. */
  private static boolean put(Map<String, FolderPart> parts, String path, String text) {
    var seen = new FolderPart.Seen(text, false);
    var there = parts.putIfAbsent(path, seen);
    return there == null || there.stored(path).sha256().equals(seen.sha256());
  }
}
