package dev.envlens.cli;

import dev.envlens.check.Rule;
import dev.envlens.check.Rules;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code envlens rules}: says what is looked for. */
final class ListRules implements Command {

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("List what is looked for, or say more about one rule.");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("CODE")
                .type(String.class)
                .index("0")
                .arity("0..1")
                .description("The rule to say more about.")
                .build())
        .addOption(Options.choice("--format", "FORMAT", "How to print", "text", "json"));
  }

  @Override
  public int run(ParseResult arguments, Shell shell) {
    String code = arguments.matchedPositionalValue(0, "");
    List<Rule> rules = code.isEmpty() ? Rules.ALL : List.of(rule(code));
    if (arguments.matchedOptionValue("--format", "text").equals("json")) {
      shell.print(json(rules));
    } else {
      shell.print(code.isEmpty() ? list(rules) : page(rules.get(0)));
    }
    return Status.FINE;
  }

  private static Rule rule(String code) {
    return Rules.of(code)
        .orElseThrow(
            () ->
                new Misuse(
                    "there is no rule '%s'%s"
                        .formatted(
                            code,
                            DidYouMean.hint(code, Rules.ALL.stream().map(Rule::code).toList()))));
  }

  private static String json(List<Rule> rules) {
    return JsonText.of(
        json -> {
          json.writeStartArray();
          for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringProperty("code", rule.code());
            json.writeStringProperty("severity", rule.severity().label());
            json.writeStringProperty("summary", rule.summary());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static String list(List<Rule> rules) {
    int width = rules.stream().mapToInt(rule -> rule.code().length()).max().orElse(1);
    var text = new StringBuilder();
    for (Rule rule : rules) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %-11s  %s\n",
              rule.code(),
              rule.severity().label(),
              rule.summary()));
    }
    return text.toString();
  }

  private static String page(Rule rule) {
    return """
    %s (%s)
    %s

    Why, with an example: docs/rules.md, section '%s'.
    To silence it on a line, end that line with: # envlens: ignore %s
    """
        .formatted(rule.code(), rule.severity().label(), rule.summary(), rule.code(), rule.code());
  }
}
