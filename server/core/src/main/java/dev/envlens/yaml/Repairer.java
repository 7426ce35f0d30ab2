package dev.envlens.yaml;

import java.util.List;
import java.util.Optional;

/**
 * Finds the repair of a failure: of those that let the engine read on, the one that costs least.
 */
final class Repairer {

  private final Masking masking;
  private long budget;

  /**
   * @param budget how much text may be read again in search of repairs, in UTF-16 units
   */
  Repairer(Masking masking, long budget) {
    this.masking = masking;
    this.budget = budget;
  }

  /** Takes {@code units} of the budget; false when they are no longer there. */
  boolean spend(long units) {
    budget -= units;
    return budget >= 0;
  }

  /** The repair of {@code failure}, in offsets of {@code text}. */
  Optional<Candidate> repair(String text, Failure failure) {
    var excerpt = Excerpt.of(text, failure);
    var there = excerpt.isWhole(text) ? Optional.of(failure) : failure(excerpt.text());
    boolean same =
        there.filter(it -> it.problem().equals(failure.problem())).isPresent()
            && excerpt.original(there.get().offset()) == failure.offset();
    if (same) {
      return best(excerpt.text(), there.get()).map(candidate -> candidate.moved(excerpt::original));
    }
    return best(text, failure);
  }

  /** What is wrong at {@code failure}, which can't be repaired. */
  YamlProblem describe(String text, Failure failure) {
    return new Candidates(text, failure, masking).problem();
  }

  private Optional<Candidate> best(String text, Failure failure) {
    var likely = best(new Candidates(text, failure, masking).likely(), text, failure);
    return likely.isPresent()
        ? likely
        : best(new Candidates(text, failure, masking).rough(), text, failure);
  }

  private Optional<Candidate> best(List<Candidate> candidates, String text, Failure failure) {
    Candidate best = null;
    int bestReached = -1;
    int horizon = horizon(text, failure);
    for (var candidate : candidates) {
      if (best != null && bestReached > horizon && candidate.cost() > best.cost()) {
        continue;
      }
      if (!spend(text.length())) {
        break;
      }
      int reached =
          failure(candidate.repairs().apply(text))
              .map(next -> original(candidate, next.blame()))
              .orElse(Integer.MAX_VALUE);
      if (reached > failure.blame()
          && (best == null || isBetter(candidate, reached, best, bestReached, horizon))) {
        best = candidate;
        bestReached = reached;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int original(Candidate candidate, int offset) {
    return candidate.repairs().original(offset);
  }

  private static boolean isBetter(
      Candidate one, int reached, Candidate other, int otherReached, int horizon) {
    int near = Math.min(reached, horizon + 1);
    int otherNear = Math.min(otherReached, horizon + 1);
    if (near != otherNear) {
      return near > otherNear;
    }
    return one.cost() != other.cost() ? one.cost() < other.cost() : reached > otherReached;
  }

  /** Of several repairs of {@code text} the first with which the engine comes furthest. */
  Repairs furthest(List<Repairs> all, String text) {
    var best = all.get(0);
    int bestReached = -1;
    for (var repairs : all) {
      if (bestReached == Integer.MAX_VALUE || !spend(text.length())) {
        break;
      }
      int reached =
          failure(repairs.apply(text))
              .map(failure -> repairs.original(failure.blame()))
              .orElse(Integer.MAX_VALUE);
      if (reached > bestReached) {
        best = repairs;
        bestReached = reached;
      }
    }
    return best;
  }

  /** The end of the line below the failure: what comes through there is repaired. */
  private static int horizon(String text, Failure failure) {
    var lines = new SourceLines(text);
    int line = lines.at(failure.blame());
    return lines.range(lines.below(line).orElse(line)).end();
  }

  private static Optional<Failure> failure(String text) {
    var events = new EventReader(text);
    events.readAll();
    return events.failure();
  }
}
