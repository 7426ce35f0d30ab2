package dev.envlens.lsp;

import dev.envlens.conda.DependencyParser;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the dependencies that it has read: a keystroke changes one line, and the other
 * thousands are what they were. Forgets them all when they have become too many.
 */
final class RememberedDependencies implements DependencyParser {

  private static final int MANY = 50_000;

  private final Map<String, Parsed<MatchSpec>> specs = new ConcurrentHashMap<>();
  private final Map<String, Parsed<RequirementLine>> requirements = new ConcurrentHashMap<>();

  @Override
  public Parsed<MatchSpec> spec(String text) {
    var known = specs.get(text);
    return known != null ? known : remember(specs, text, MatchSpec.parse(text));
  }

  @Override
  public Parsed<RequirementLine> requirement(String text) {
    var known = requirements.get(text);
    return known != null ? known : remember(requirements, text, RequirementLine.parse(text));
  }

  private static <T> Parsed<T> remember(Map<String, Parsed<T>> all, String text, Parsed<T> read) {
    if (all.size() >= MANY) {
      all.clear();
    }
    all.put(text, read);
    return read;
  }
}
