package dev.envlens.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of an option that takes one of a few words. */
record Choice(List<String> words) implements ITypeConverter<String> {

  static Choice of(String... words) {
    return new Choice(List.of(words));
  }

  @Override
  public String convert(String value) {
    if (words.contains(value)) {
      return value;
    }
    throw new TypeConversionException(
        "'%s' isn't one of %s".formatted(value, String.join(", ", words)));
  }
}
