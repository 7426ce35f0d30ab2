package dev.envlens.check;

import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Install;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code bare-redirection}: a version stands behind {@code >} or {@code <} without quotes, so the
 * shell takes it for a file. Source: Microsoft's troubleshooting catalogue.
 */
final class BareRedirection implements DockerfileRule {

  @Override
  public String code() {
    return "bare-redirection";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A version behind '>' or '<' that isn't in quotes: the shell takes it for a file.";
  }

  @Override
  public Stream<Finding> check(WrittenDockerfile written) {
    return written.dockerfile().installs().stream()
        .flatMap(
            install -> install.bareRedirections().stream().map(bare -> of(written, install, bare)));
  }

  private Finding of(WrittenDockerfile written, Install install, Install.BareRedirection bare) {
    String name = bare.name().text();
    boolean writes = bare.redirection().operator().startsWith(">");
    return finding(
        written.place(bare.range()),
        "The shell takes '%s' for a redirection: it %s, and %s. Put the package and its version in quotes."
            .formatted(
                bare.redirection().range().of(written.dockerfile().text()),
                writes ? "writes to a file of that name" : "reads a file of that name",
                writes ? "any version of '%s' is installed".formatted(name) : "finds none"),
        quoted(written, install, bare).stream().toList());
  }

  private static Optional<Fix> quoted(
      WrittenDockerfile written, Install install, Install.BareRedirection bare) {
    var file = written.dockerfile();
    String specifier = bare.range().of(file.text());
    if (!written.editable()
        || written.quoted()
        || specifier.chars().anyMatch(c -> "\"'\n\\".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    String quote = quote(file, install, bare.range());
    var place = written.place(bare.range());
    return Optional.of(
        Fix.edit(
            "Put %s%s%s in quotes (new hash)".formatted(quote, specifier, quote),
            place.file(),
            TextEdit.insert(place.range().start(), quote),
            TextEdit.insert(place.range().end(), quote)));
  }

  /** Double quotes; single ones where the command stands in double quotes itself. */
  private static String quote(Dockerfile file, Install install, TextRange range) {
    String before = new TextRange(install.run().range().start(), range.start()).of(file.text());
    boolean open = false;
    for (int i = 0; i < before.length(); i++) {
      if (before.charAt(i) == '\\') {
        i++;
      } else if (before.charAt(i) == '"') {
        open = !open;
      }
    }
    return open ? "'" : "\"";
  }
}
