package dev.envlens.definition;

import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;

/** An environment that is named where it is used, such as {@code azureml:train:3}. */
public record Reference(Source source, String pointer, Scalar text, ReferenceTarget target)
    implements EnvironmentUse {

  @Override
  public TextRange anchor() {
    return text.range();
  }
}
