package dev.envlens.build;

import dev.envlens.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes the steps of a build in what it prints: {@code Step 2/5 : RUN …} of the classic
 * builder, {@code #7 [2/3] RUN …} of BuildKit, which may do several at once.
 */
final class StepWatch {

  private static final Pattern CLASSIC = Pattern.compile("Step (\\d+)/(\\d+) : (.*)");
  private static final Pattern BUILDKIT =
      Pattern.compile("#(\\d+) \\[(?:\\S+ +)?(\\d+)/(\\d+)\\] (.*)");
  private static final Pattern BUILDKIT_END = Pattern.compile("#(\\d+) (DONE|CACHED|ERROR).*");

  /** The classic builder's steps, one at a time, under the number that BuildKit counts from. */
  private static final String ONLY = "0";

  private final Progress progress;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final List<BuildStep> ended = new ArrayList<>();
  private Optional<BuildStep> failed = Optional.empty();

  private record Running(BuildStep step, long since) {
    BuildStep end(boolean cached) {
      return new BuildStep(
          step.number(),
          step.total(),
          step.instruction(),
          Duration.ofNanos(System.nanoTime() - since),
          cached || step.cached());
    }
  }

  StepWatch(Progress progress) {
    this.progress = progress;
  }

  synchronized void line(String line) {
    var classic = CLASSIC.matcher(line);
    if (classic.matches()) {
      end(ONLY, false);
      begin(ONLY, classic.group(1), classic.group(2), classic.group(3));
      return;
    }
    if (line.equals(" ---> Using cache")) {
      running.computeIfPresent(ONLY, (key, now) -> new Running(now.end(true), now.since()));
      return;
    }
    var buildKit = BUILDKIT.matcher(line);
    if (buildKit.matches() && !running.containsKey(buildKit.group(1))) {
      begin(buildKit.group(1), buildKit.group(2), buildKit.group(3), buildKit.group(4));
      return;
    }
    var end = BUILDKIT_END.matcher(line);
    if (end.matches()) {
      if (end.group(2).equals("ERROR")) {
        failed = Optional.ofNullable(running.get(end.group(1))).map(now -> now.end(false));
      }
      end(end.group(1), end.group(2).equals("CACHED"));
    }
  }

  private void begin(String key, String number, String total, String instruction) {
    int of = Integer.parseInt(total);
    var step =
        new BuildStep(Integer.parseInt(number), of, instruction.strip(), Duration.ZERO, false);
    running.put(key, new Running(step, System.nanoTime()));
    progress.step(step.title(), of == 0 ? -1 : (step.number() - 1) * 100 / of);
  }

  private void end(String key, boolean cached) {
    var done = running.remove(key);
    if (done != null) {
      ended.add(done.end(cached));
    }
  }

  /** All that there were so far; those that run are taken to end now. */
  synchronized List<BuildStep> steps() {
    List<BuildStep> all = new ArrayList<>(ended);
    running.values().forEach(now -> all.add(now.end(false)));
    all.sort(Comparator.comparingInt(BuildStep::number));
    return List.copyOf(all);
  }

  /** The step in which a build that failed was. */
  synchronized Optional<BuildStep> last() {
    return failed.or(() -> running.values().stream().findFirst().map(now -> now.end(false)));
  }
}
