package dev.envlens.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Divides the instructions into build stages and works out what each builds on. */
final class Stages {

  private final Variables variables;
  private final List<Stage> stages = new ArrayList<>();
  private final Map<String, Integer> named = new HashMap<>();

  private Stages(char escape) {
    variables = new Variables(escape);
  }

  static List<Stage> of(List<Instruction> instructions, char escape) {
    var stages = new Stages(escape);
    int i = 0;
    while (i < instructions.size() && !instructions.get(i).is("FROM")) {
      if (instructions.get(i).is("ARG")) {
        stages.variables.declare(instructions.get(i));
      }
      i++;
    }
    while (i < instructions.size()) {
      int next = i + 1;
      while (next < instructions.size() && !instructions.get(next).is("FROM")) {
        next++;
      }
      stages.add(instructions.get(i), instructions.subList(i + 1, next));
      i = next;
    }
    return List.copyOf(stages.stages);
  }

  private void add(Instruction from, List<Instruction> instructions) {
    var words = Words.plain(from.arguments());
    var image = words.isEmpty() ? from.arguments() : words.get(0);
    Optional<SourceText> name =
        words.size() == 3 && words.get(1).text().equalsIgnoreCase("AS")
            ? Optional.of(words.get(2))
            : Optional.empty();
    int index = stages.size();
    stages.add(new Stage(index, from, image, base(image), name, instructions));
    name.ifPresent(n -> named.put(n.text().toLowerCase(Locale.ROOT), index));
  }

  private StageBase base(SourceText image) {
    if (image.isEmpty()) {
      return new StageBase.Unknown(List.of());
    }
    var filled = variables.fill(image);
    if (filled.text().isEmpty()) {
      return new StageBase.Unknown(filled.unknown());
    }
    var name = filled.text().get();
    if (name.text().equals("scratch")) {
      return new StageBase.Scratch();
    }
    Integer earlier = named.get(name.text().toLowerCase(Locale.ROOT));
    return earlier == null ? new StageBase.Image(name) : new StageBase.Earlier(earlier);
  }
}
