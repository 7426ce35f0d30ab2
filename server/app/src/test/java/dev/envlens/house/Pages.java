package dev.envlens.house;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Markdown pages and the links between them. Headings get the anchors that GitHub gives. */
final class Pages {

  private static final Pattern CODE_BLOCK =
      Pattern.compile("^ *(```+|~~~+).*?^ *\\1", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile(
          "\\]\\(\\s*<?([^)>\\s]+)[^)]*\\)|^\\[[^\\]]+\\]:\\s*(\\S+)", Pattern.MULTILINE);
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *#*$", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");
  private static final Pattern ELSEWHERE =
      Pattern.compile("^[a-z][a-z+.-]*:", Pattern.CASE_INSENSITIVE);

  private final Repository repository;
  private final Map<String, Set<String>> anchors = new HashMap<>();

  Pages(Repository repository) {
    this.repository = repository;
  }

  /** The links of {@code page} within the repository that lead to nothing. */
  Stream<String> broken(Repository.Source page) {
    var text = CODE.matcher(CODE_BLOCK.matcher(page.text()).replaceAll("")).replaceAll("");
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1) != null ? link.group(1) : link.group(2))
        .filter(link -> !ELSEWHERE.matcher(link).find())
        .filter(link -> !resolves(page.path(), link))
        .map(link -> "%s links to %s, which isn't there".formatted(page.path(), link));
  }

  private boolean resolves(String from, String link) {
    int hash = link.indexOf('#');
    var path = hash < 0 ? link : link.substring(0, hash);
    var file = repository.root().resolve(from);
    var target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    if (!target.startsWith(repository.root()) || !Files.exists(target)) {
      return false;
    }
    var name = repository.root().relativize(target).toString().replace('\\', '/');
    return hash < 0
        || !name.endsWith(".md")
        || anchors
            .computeIfAbsent(name, page -> anchors(repository.text(page)))
            .contains(link.substring(hash + 1));
  }

  private static Set<String> anchors(String page) {
    var text = CODE_BLOCK.matcher(page).replaceAll("");
    var found = new HashSet<String>();
    NAMED.matcher(text).results().forEach(named -> found.add(named.group(1)));
    HEADING
        .matcher(text)
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(
            anchor -> {
              var unique = anchor;
              for (int i = 1; !found.add(unique); i++) {
                unique = anchor + "-" + i;
              }
            });
    return found;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
        .replace(' ', '-');
  }
}
