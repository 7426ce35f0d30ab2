package dev.envlens.check;

import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.RequirementLine;
import dev.envlens.dockerfile.Install;
import dev.envlens.dockerfile.Install.PackageFile;
import dev.envlens.dockerfile.Install.Tool;
import dev.envlens.dockerfile.ShellWord;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code unpinned-install}: the Dockerfile installs a package by its name alone. Source: the
 * service's documentation of environments. Nothing is said where a constraints file gives versions.
 */
final class UnpinnedInstall implements DockerfileRule {

  /** A Debian package, of some architecture perhaps (Debian Policy, 5.6.7). */
  private static final Pattern DEBIAN = Pattern.compile("[a-z0-9][a-z0-9+.-]*(?::[a-z0-9-]+)?");

  @Override
  public String code() {
    return "unpinned-install";
  }

  @Override
  public Severity severity() {
    return Severity.INFORMATION;
  }

  @Override
  public String summary() {
    return "The Dockerfile installs a package without a version.";
  }

  @Override
  public Stream<Finding> check(WrittenDockerfile written) {
    return written.dockerfile().installs().stream()
        .filter(install -> !isConstrained(install))
        .flatMap(install -> of(written, install));
  }

  private Stream<Finding> of(WrittenDockerfile written, Install install) {
    // What the shell takes for a redirection has a code of its own.
    var redirected = new TreeMap<Integer, TextRange>();
    install.bareRedirections().forEach(bare -> redirected.put(bare.range().start(), bare.range()));
    return install.packages().stream()
        .filter(word -> !isWithin(redirected, word.range()) && isBare(install.tool(), word))
        .map(
            word ->
                finding(
                    written.place(word.range()),
                    UnpinnedPackage.message(word.text(), operator(install.tool()))));
  }

  private static boolean isWithin(NavigableMap<Integer, TextRange> ranges, TextRange word) {
    var last = ranges.floorEntry(word.start());
    return last != null && last.getValue().contains(word);
  }

  private static boolean isConstrained(Install install) {
    return install.files().stream().anyMatch(file -> file.kind() == PackageFile.Kind.CONSTRAINTS);
  }

  private static String operator(Tool tool) {
    return tool == Tool.PIP ? "==" : "=";
  }

  private static boolean isBare(Tool tool, ShellWord word) {
    if (word.expands() || Placeholders.in(word.text())) {
      return false;
    }
    return switch (tool) {
      case PIP -> isBareRequirement(word.text());
      case CONDA, MAMBA, MICROMAMBA -> isBareSpec(word.text());
      case APT_GET -> isBareDebian(word.text());
    };
  }

  private static boolean isBareRequirement(String text) {
    return RequirementLine.parse(text)
        .ok()
        .filter(
            line ->
                line instanceof RequirementLine.Named named
                    && named.requirement().reference().isEmpty()
                    && named.requirement().specifiers().all().isEmpty())
        .isPresent();
  }

  private static boolean isBareSpec(String text) {
    return MatchSpec.parse(text)
        .ok()
        .filter(spec -> spec.version().isEmpty() && spec.source().file().isEmpty())
        .filter(PackageNames::isSingle)
        .isPresent();
  }

  /** A dash at the end removes the package. */
  private static boolean isBareDebian(String text) {
    return DEBIAN.matcher(text).matches() && !text.endsWith("-") && !text.endsWith(".deb");
  }
}
