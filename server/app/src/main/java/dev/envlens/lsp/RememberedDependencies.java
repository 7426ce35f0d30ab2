package dev.envlens.lsp;

import dev.envlens.check.Unremarkable;
import dev.envlens.conda.DependencyParser;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the dependencies that it has read, and those of which there is nothing to say: a
 * keystroke changes one line, and the other thousands are what they were. Forgets them all when
 * they have become too many.
 */
final class RememberedDependencies implements DependencyParser, Unremarkable {

  private static final int MANY = 50_000;

  private final Map<String, Parsed<MatchSpec>> specs = new ConcurrentHashMap<>();
  private final Map<String, Parsed<RequirementLine>> requirements = new ConcurrentHashMap<>();

  /** Guarded by itself. */
  private final Set<Parsed<?>> unremarkable = Collections.newSetFromMap(new IdentityHashMap<>());

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

  private <T> Parsed<T> remember(Map<String, Parsed<T>> all, String text, Parsed<T> read) {
    if (all.size() >= MANY) {
      all.clear();
      synchronized (unremarkable) {
        unremarkable.clear();
      }
    }
    all.put(text, read);
    return read;
  }

  @Override
  public boolean includes(Parsed<?> dependency) {
    synchronized (unremarkable) {
      return unremarkable.contains(dependency);
    }
  }

  @Override
  public void add(Parsed<?> dependency) {
    synchronized (unremarkable) {
      if (unremarkable.size() >= 2 * MANY) {
        unremarkable.clear();
      }
      unremarkable.add(dependency);
    }
  }
}
