package dev.envlens.check;

import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Install;
import dev.envlens.dockerfile.ShellWord;
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
            install -> {
              var quotes = new Quotes(written.dockerfile(), install);
              return install.bareRedirections().stream().map(bare -> of(written, quotes, bare));
            });
  }

  private Finding of(WrittenDockerfile written, Quotes quotes, Install.BareRedirection bare) {
    String name = bare.name().text();
    String target = bare.redirection().target().map(ShellWord::text).orElse("");
    boolean writes = bare.redirection().operator().startsWith(">");
    return finding(
        written.place(bare.range()),
        "The shell takes '%s' for a redirection: it %s, and %s. Put the package and its version in quotes."
            .formatted(
                bare.redirection().range().of(written.dockerfile().text()),
                (writes ? "writes to a file '%s'" : "reads a file '%s'").formatted(target),
                writes ? "any version of '%s' is installed".formatted(name) : "finds none"),
        quoted(written, quotes, bare).stream().toList());
  }

  private static Optional<Fix> quoted(
      WrittenDockerfile written, Quotes quotes, Install.BareRedirection bare) {
    var file = written.dockerfile();
    String specifier = bare.range().of(file.text());
    if (!written.editable()
        || written.quoted()
        || specifier.chars().anyMatch(c -> "\"'\n\\".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    String quote = quotes.around(bare.range());
    var place = written.place(bare.range());
    return Optional.of(
        Fix.edit(
            "Put %s%s%s in quotes (new hash)".formatted(quote, specifier, quote),
            place.file(),
            TextEdit.insert(place.range().start(), quote),
            TextEdit.insert(place.range().end(), quote)));
  }

  /**
   * Which quotes to write: double ones; single ones where the command stands in double quotes
   * itself. Reads on from place to place, for a command may have thousands.
   */
  private static final class Quotes {
    private final String text;
    private int at;
    private boolean open;

    Quotes(Dockerfile file, Install install) {
      this.text = file.text();
      this.at = install.run().range().start();
    }

    /** The quote around {@code range}, which lies behind those asked for before. */
    String around(TextRange range) {
      while (at < range.start()) {
        if (text.charAt(at) == '\\') {
          at++;
        } else if (text.charAt(at) == '"') {
          open = !open;
        }
        at++;
      }
      return open ? "'" : "\"";
    }
  }
}
