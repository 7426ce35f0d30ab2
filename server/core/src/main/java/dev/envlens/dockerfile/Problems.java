package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What Docker would refuse in the instructions. */
final class Problems {

  private static final List<String> KNOWN =
      List.of(
          "FROM",
          "RUN",
          "COPY",
          "ADD",
          "ARG",
          "ENV",
          "WORKDIR",
          "CMD",
          "ENTRYPOINT",
          "EXPOSE",
          "USER",
          "VOLUME",
          "LABEL",
          "SHELL",
          "HEALTHCHECK",
          "STOPSIGNAL",
          "ONBUILD",
          "MAINTAINER");

  /** An empty one of these takes back what the base image says. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("CMD", "ENTRYPOINT");

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

  private final List<Problem> problems;

  private Problems(List<Problem> problems) {
    this.problems = problems;
  }

  static List<Problem> of(List<Instruction> instructions, List<Problem> earlier) {
    var problems = new Problems(new ArrayList<>(earlier));
    problems.checkBeginning(instructions);
    instructions.forEach(problems::check);
    return problems.problems.stream()
        .sorted(Comparator.comparingInt(problem -> problem.range().start()))
        .toList();
  }

  private void checkBeginning(List<Instruction> instructions) {
    var first = instructions.stream().filter(i -> !i.is("ARG")).findFirst();
    if (first.isEmpty()) {
      add("There is no base image. Add 'FROM' and the image to build on.", TextRange.at(0));
    } else if (!first.get().is("FROM") && KNOWN.contains(first.get().keyword())) {
      add(
          "%s comes before the base image. Begin with 'FROM' and the image to build on."
              .formatted(first.get().keyword()),
          first.get().keywordRange());
    }
  }

  private void check(Instruction instruction) {
    if (!KNOWN.contains(instruction.keyword())) {
      unknown(instruction);
      return;
    }
    if (instruction.arguments().isEmpty()) {
      if (!MAY_BE_EMPTY.contains(instruction.keyword())) {
        add(
            "%s has nothing after it. Add %s."
                .formatted(instruction.keyword(), wanted(instruction.keyword())),
            instruction.keywordRange());
      }
      return;
    }
    switch (instruction.keyword()) {
      case "FROM" -> checkFrom(instruction);
      case "COPY", "ADD" -> checkCopy(instruction);
      case "SHELL" -> checkShell(instruction);
      case "ONBUILD" -> instruction.onbuild().ifPresent(this::checkOnbuild);
      default -> {}
    }
  }

  private void unknown(Instruction instruction) {
    String nearest =
        KNOWN.stream()
            .filter(known -> distance(known, instruction.keyword()) >= 0)
            .min(Comparator.comparingInt(known -> distance(known, instruction.keyword())))
            .map(" Did you mean %s?"::formatted)
            .orElse(" If it continues the line above, end that line with '\\'.");
    String shown = instruction.keyword();
    add(
        "'%s' is not a Dockerfile instruction.%s"
            .formatted(shown.length() > 40 ? shown.substring(0, 40) + "…" : shown, nearest),
        instruction.keywordRange());
  }

  private static int distance(String known, String keyword) {
    return keyword.length() > known.length() + 2 ? -1 : DISTANCE.apply(known, keyword);
  }

  private static String wanted(String keyword) {
    return switch (keyword) {
      case "FROM" -> "the image to build on";
      case "RUN" -> "the command to run";
      case "COPY", "ADD" -> "a source and a destination";
      case "WORKDIR" -> "a folder";
      case "ONBUILD" -> "an instruction";
      case "ARG", "ENV", "LABEL" -> "a name and a value";
      default -> "a value";
    };
  }

  private void checkFrom(Instruction from) {
    var words = Words.plain(from.arguments());
    if (words.size() == 1) {
      return;
    }
    if (words.size() != 3 || !words.get(1).text().equalsIgnoreCase("AS")) {
      var extra = words.get(1).range().union(words.get(words.size() - 1).range());
      boolean comment = words.get(1).text().startsWith("#");
      add(
          comment
              ? "A comment can't follow FROM on its line. Put it on a line of its own."
              : "FROM takes one image, and 'AS' and a name after it. Remove the rest.",
          extra);
    } else if (!isStageName(words.get(2).text())) {
      add(
          "'%s' can't name a stage: begin with a letter, then letters, digits, '-', '_' and '.'."
              .formatted(words.get(2)),
          words.get(2).range());
    }
  }

  private static boolean isStageName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inner = i > 0 && ((c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0);
      if (!letter && !inner) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private void checkCopy(Instruction copy) {
    int words = copy.exec().map(List::size).orElseGet(() -> Words.plain(copy.arguments()).size());
    if (words < 2) {
      add(
          "%s needs a source and a destination. Add what is missing.".formatted(copy.keyword()),
          copy.argumentsRange());
    }
  }

  private void checkShell(Instruction shell) {
    if (shell.exec().isEmpty()) {
      add(
          "SHELL takes a JSON list. Write it like [\"/bin/bash\", \"-c\"].",
          shell.argumentsRange());
    }
  }

  private void checkOnbuild(Instruction kept) {
    if (Set.of("FROM", "ONBUILD", "MAINTAINER").contains(kept.keyword())) {
      add("ONBUILD can't keep %s. Remove it.".formatted(kept.keyword()), kept.keywordRange());
    } else {
      check(kept);
    }
  }

  private void add(String message, TextRange range) {
    problems.add(new Problem(message, range));
  }
}
