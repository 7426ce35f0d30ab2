package dev.envlens.lsp;

import dev.envlens.known.CachePlace;
import dev.envlens.known.CacheStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Docker, registries and the workspace have said, in memory. Whatever is asked is answered at
 * once with what is known; what isn't known, or is old, is looked up in the background, each thing
 * once at a time, and whoever asked hears of it when the answer is another one. Nobody outside is
 * asked anything until the person trusts what is open.
 */
final class LiveFacts {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFacts.class);

  /** While somebody types, each text has a hash of its own that nobody wants to know of. */
  private static final long QUIET_MILLISECONDS = 300;

  /** How long an answer is good: other processes register and build, too. */
  private static final Duration LIFETIME = Duration.ofSeconds(60);

  /** How many answers are kept; those that were asked for last. */
  private static final int MOST = 1_000;

  /** Who didn't answer isn't asked again sooner. */
  private static final Duration LEAST = Duration.ofSeconds(2);

  /** Who has asked, and is to hear of answers. */
  interface Askers {
    /** What the documents want to know as they are now. */
    Set<Question<?>> wanted();

    /** There is another answer to {@code question} than before. */
    void answered(Question<?> question);
  }

  /**
   * @param value nothing while the question couldn't be answered
   * @param until when it is worth asking again
   */
  private record Answer(Optional<?> value, Instant until) {}

  private final Supplier<Optional<Outside>> outside;
  private final Askers askers;
  private final Clock clock;
  private final Map<Question<?>, Answer> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Question<?>, Answer> eldest) {
              return size() > MOST;
            }
          });
  private final AtomicReference<String> complaint = new AtomicReference<>("");
  private final NewestWins<Question<?>> lookups;
  private final WhenQuiet<Question<?>> held;

  /**
   * @param outside empty while nobody may be asked
   * @param asking runs what waits for engines, registries and databases
   */
  LiveFacts(Supplier<Optional<Outside>> outside, Askers askers, Executor asking, Clock clock) {
    this.outside = outside;
    this.askers = askers;
    this.clock = clock;
    this.lookups = new NewestWins<>(asking, this::look);
    this.held = new WhenQuiet<>(QUIET_MILLISECONDS, lookups::submit);
  }

  /** What is known and shown of images and the workspace to {@code asker}. */
  AnswersFor of(Inquiry inquiry, Inquiry.Asker asker) {
    return new AnswersFor(this, inquiry, asker);
  }

  @SuppressWarnings("unchecked") // an answer is kept under the question that it answers
  <T> Optional<T> answer(Question<T> question) {
    var known = answers.get(question);
    if ((known == null || known.until().isBefore(clock.instant())) && outside.get().isPresent()) {
      held.submit(question);
    }
    return known == null ? Optional.empty() : (Optional<T>) known.value();
  }

  /** Asks again what the documents want to know: something was done that may have changed it. */
  void refresh() {
    var who = outside.get();
    if (who.isPresent()) {
      who.get().expire();
      answers.replaceAll((question, known) -> new Answer(known.value(), Instant.EPOCH));
      askers.wanted().forEach(lookups::submit);
    }
  }

  /** The person's trust has changed: what was said is forgotten. */
  void forget() {
    Set<Question<?>> before;
    synchronized (answers) {
      before = Set.copyOf(answers.keySet());
      answers.clear();
    }
    before.forEach(askers::answered);
  }

  /** Somebody who was asked says that this has changed. */
  void changed(Question<?> question) {
    lookups.submit(question);
  }

  /** Completes when nothing is being looked up; what waits for quiet is looked up now. */
  CompletableFuture<Void> idle() {
    held.flush();
    return lookups.idle();
  }

  private void look(Question<?> question) {
    var who = outside.get();
    if (who.isEmpty() || !askers.wanted().contains(question)) {
      return;
    }
    var answer = ask(question, who.get());
    if (!outside.get().equals(who)) {
      lookups.submit(question); // trust was withdrawn meanwhile, and perhaps given again
      return;
    }
    var before = answers.put(question, answer);
    askAgain(question, answer);
    if (before == null
        ? answer.value().isPresent()
        : !meaning(before.value()).equals(meaning(answer.value()))) {
      askers.answered(question);
    }
  }

  private Answer ask(Question<?> question, Outside who) {
    try {
      Object value = question.ask(who);
      var until = clock.instant().plus(LIFETIME);
      return new Answer(Optional.of(value), again(value).orElse(until));
    } catch (RuntimeException e) {
      complain(e);
      var before = answers.get(question);
      return new Answer(
          before == null ? Optional.empty() : before.value(), clock.instant().plus(LIFETIME));
    }
  }

  /** Once, until something else is wrong: each text that is typed is a question of its own. */
  private void complain(RuntimeException fault) {
    String message = String.valueOf(fault.getMessage());
    if (!message.equals(complaint.getAndSet(message))) {
      LOG.warn("{}", message);
    }
    LOG.debug("The failure", fault);
  }

  /** When whoever didn't answer wants to be asked again. */
  private Optional<Instant> again(Object value) {
    return value instanceof CacheStatus status
        ? status.places().stream()
            .flatMap(place -> place.trouble().stream())
            .map(CachePlace.Trouble::again)
            .min(Instant::compareTo)
            .map(again -> later(again, clock.instant().plus(LEAST)))
        : Optional.empty();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A person who waits for an engine to start shouldn't have to type for it. */
  private void askAgain(Question<?> question, Answer answer) {
    if (answer.value().flatMap(this::again).isPresent()) {
      long milliseconds = Duration.between(clock.instant(), answer.until()).toMillis();
      Workers.later(Math.max(milliseconds, LEAST.toMillis()), () -> lookups.submit(question));
    }
  }

  /** What a person is told; when it was said doesn't matter. */
  private static Object meaning(Optional<?> value) {
    return value.isPresent() && value.get() instanceof CacheStatus status
        ? List.of(status.state(), status.places().stream().map(LiveFacts::meaning).toList())
        : value;
  }

  private static Object meaning(CachePlace place) {
    return List.of(
        place.kind(),
        place.state(),
        place.image(),
        place.trouble().map(CachePlace.Trouble::reason));
  }
}
