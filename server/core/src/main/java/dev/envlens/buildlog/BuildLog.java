package dev.envlens.buildlog;

import dev.envlens.check.Secrets;
import dev.envlens.definition.Definition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of a build, line by line as it is printed: by Docker's classic builder, by BuildKit, or
 * by a tool alone. Keeps little of it, however long it is. For one thread.
 */
public final class BuildLog {

  /** BuildKit works on several steps at once, though not on so many. */
  private static final int STEPS = 64;

  private static final Pattern CLASSIC_STEP = Pattern.compile("^Step (\\d+)/\\d+ ?: (.*)$");
  private static final Pattern BUILDKIT_STEP =
      Pattern.compile("^\\[(?:[^\\]]* )?\\d+/\\d+\\] (.*)$");

  private final Map<String, StepLog> vertices =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StepLog> eldest) {
          return size() > STEPS;
        }
      };

  /** The one that failed, once that is known; else the one that printed last. */
  private StepLog latest = new StepLog("");

  private boolean failed;

  /**
   * A line, without its line feed; terminal codes and what progress bars drew over are left out.
   *
   * @param line of any length
   */
  public void add(String line) {
    var read = LogLine.of(line);
    if (read.vertex().isPresent()) {
      vertex(read.vertex().get(), read);
      return;
    }
    Matcher step = CLASSIC_STEP.matcher(read.text());
    if (step.matches() && !failed) {
      latest = new StepLog(step.group(2));
    } else {
      // Once a step has failed, BuildKit sums up what it printed.
      latest.add(!failed ? read.text() : LogLine.withoutTime(read.text()));
    }
  }

  private void vertex(String number, LogLine line) {
    String text = line.text();
    var named = BUILDKIT_STEP.matcher(text);
    if (!line.printed() && named.matches()) {
      vertices.put(number, new StepLog(named.group(1)));
    } else if (!line.printed() && isEnd(text)) {
      vertices.remove(number);
    } else {
      var step = vertices.computeIfAbsent(number, key -> new StepLog(""));
      step.add(text);
      if (!failed) {
        latest = step;
        failed = !line.printed() && text.startsWith("ERROR: ");
      }
    }
  }

  private static boolean isEnd(String text) {
    return text.startsWith("DONE ") || text.equals("CACHED") || text.equals("CANCELED");
  }

  /** Why the build of {@code definition} failed, now that it has. */
  public BuildProblem problem(Definition definition) {
    var culprit = new Culprits(definition, latest);
    var clue = culprit.clue();
    return new BuildProblem(
        clue.kind(),
        Secrets.mask(Explanations.of(clue, latest)),
        culprit.place(),
        latest.tail().stream().map(BuildLog::shown).toList());
  }

  /** Why the build of {@code definition} that printed {@code lines} failed. */
  public static BuildProblem problem(Iterable<String> lines, Definition definition) {
    var log = new BuildLog();
    lines.forEach(log::add);
    return log.problem(definition);
  }

  private static String shown(String line) {
    String masked = Secrets.mask(line);
    return masked.length() <= LogLine.LONGEST / 10
        ? masked
        : masked.substring(0, LogLine.LONGEST / 10) + "…";
  }
}
