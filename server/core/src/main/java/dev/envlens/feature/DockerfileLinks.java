package dev.envlens.feature;

import dev.envlens.dockerfile.Install;
import dev.envlens.link.Paths;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The paths in a Dockerfile that mean files of its build context, whether they are there or not.
 */
final class DockerfileLinks {

  private DockerfileLinks() {}

  static List<Link> of(Page.Docker page) {
    return page.context().stream().flatMap(context -> of(page, context)).toList();
  }

  private static Stream<Link> of(Page.Docker page, URI context) {
    var dockerfile = page.source().dockerfile();
    var copies =
        dockerfile.copies().stream()
            .flatMap(copy -> link(context, copy.path().range(), copy.path().text(), "file"));
    var installs =
        dockerfile.installs().stream()
            .flatMap(install -> install.files().stream())
            .flatMap(file -> link(context, file));
    return Stream.concat(copies, installs);
  }

  private static Stream<Link> link(URI context, Install.PackageFile file) {
    return file.contextPath().stream()
        .flatMap(path -> link(context, file.word().range(), path, noun(file.kind())));
  }

  private static String noun(Install.PackageFile.Kind kind) {
    return switch (kind) {
      case REQUIREMENTS -> "requirements file";
      case CONSTRAINTS -> "constraints file";
      case CONDA -> "conda file";
    };
  }

  /** Docker takes an absolute source, too, as one below the context; it never leaves it. */
  private static Stream<Link> link(URI context, TextRange range, String path, String noun) {
    String below = path.replaceFirst("^/+", "");
    return Paths.within(context, below.isEmpty() ? "." : below)
        .filter(uri -> Paths.isWithin(context, uri))
        .map(uri -> new Link(range, uri, "Open " + noun))
        .stream();
  }
}
