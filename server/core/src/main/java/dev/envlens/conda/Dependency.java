package dev.envlens.conda;

import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import java.util.List;

/** One item of a conda definition's {@code dependencies}. */
public sealed interface Dependency {

  Item item();

  /** A package that conda installs. */
  record CondaPackage(Item item, Scalar text, Parsed<MatchSpec> spec) implements Dependency {}

  /** What pip installs once conda is done; {@code list} is the {@code pip:} entry. */
  record Pip(Item item, Entry list, List<PipRequirement> requirements) implements Dependency {
    public Pip {
      requirements = List.copyOf(requirements);
    }
  }

  /** Something that can't be judged: a placeholder, or no dependency at all. */
  record Unknown(Item item) implements Dependency {}

  /** One item of a {@code pip:} list: a line of a requirements file. */
  record PipRequirement(Item item, Scalar text, Parsed<RequirementLine> line) {}
}
