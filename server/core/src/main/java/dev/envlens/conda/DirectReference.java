package dev.envlens.conda;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where pip is told to get a package from, instead of an index (PEP 440, direct references).
 *
 * @param url as written, fragment included; it may hold a password, so it goes into no message
 * @param revision of a repository: what follows the {@code @}
 * @param egg the name that the fragment gives the package
 * @param hash of a file: the checksum in the fragment, {@code sha256=…}
 */
public record DirectReference(
    Kind kind, Part url, Optional<Part> revision, Optional<Part> egg, Optional<Part> hash) {

  /** What is at the other end. */
  public enum Kind {
    /** A version control repository: {@code git+https://…}. */
    VCS,
    /** A file to be downloaded. */
    URL,
    /** A file or folder on the machine that builds. */
    LOCAL
  }

  private static final List<String> SYSTEMS = List.of("git", "hg", "svn", "bzr");

  private static final List<String> ARCHIVES =
      List.of(
          ".whl",
          ".zip",
          ".tar.gz",
          ".tgz",
          ".tar",
          ".tar.bz2",
          ".tbz",
          ".tar.xz",
          ".txz",
          ".tlz",
          ".tar.lz",
          ".tar.lzma");

  private static final List<String> HASHES =
      List.of("sha256", "sha384", "sha512", "sha224", "sha1", "md5");

  /** Whether {@code text} begins as a repository's URL does: {@code git+…}. */
  static boolean isVcs(String text) {
    int plus = text.indexOf('+');
    return (plus > 0
            && plus <= 3
            && SYSTEMS.contains(text.substring(0, plus).toLowerCase(Locale.ROOT)))
        || text.startsWith("git://");
  }

  /** Whether {@code text} begins as a URL does: {@code https://}, {@code file:}. */
  static boolean isUrl(String text) {
    int colon = text.indexOf(':');
    if (colon <= 1 || !Characters.isLetter(text.charAt(0))) {
      return false;
    }
    var scheme = text.substring(0, colon);
    return scheme.equalsIgnoreCase("file")
        || (text.startsWith("://", colon)
            && Characters.areAll(
                scheme, c -> Characters.isAlphanumeric(c) || "+-.".indexOf(c) >= 0));
  }

  /** Whether {@code text} begins as only a path does, Windows paths included. */
  static boolean looksLikePath(String text) {
    return text.startsWith(".")
        || text.startsWith("/")
        || text.startsWith("\\")
        || text.startsWith("~/")
        || (text.length() > 2
            && Characters.isLetter(text.charAt(0))
            && text.charAt(1) == ':'
            && (text.charAt(2) == '\\' || text.charAt(2) == '/'));
  }

  /** Whether {@code path} ends as a package's file does. */
  static boolean isArchive(String path) {
    var lower = path.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(lower::endsWith);
  }

  /** Reads a URL, or a path, that stands at {@code url}. */
  static DirectReference of(Part url) {
    var text = url.text();
    if (isVcs(text)) {
      return vcs(url);
    }
    if (!isUrl(text) || text.regionMatches(true, 0, "file:", 0, 5)) {
      return new DirectReference(
          Kind.LOCAL, url, Optional.empty(), fragment(url, "egg"), Optional.empty());
    }
    return new DirectReference(
        Kind.URL, url, Optional.empty(), fragment(url, "egg"), checksum(url));
  }

  private static DirectReference vcs(Part url) {
    var text = url.text();
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      throw noTransport(url);
    }
    int hash = text.indexOf('#');
    int end = hash < 0 ? text.length() : hash;
    int authority = text.indexOf('/', scheme + 3);
    int at = authority < 0 ? -1 : text.lastIndexOf('@', end - 1);
    var revision =
        at > authority && at + 1 < end
            ? Optional.of(within(url, at + 1, end))
            : Optional.<Part>empty();
    return new DirectReference(Kind.VCS, url, revision, fragment(url, "egg"), Optional.empty());
  }

  /** {@code git+git@host:path} is git's own spelling; pip wants a URL. */
  private static Fault noTransport(Part url) {
    var text = url.text();
    int plus = text.indexOf('+');
    int colon = text.indexOf(':');
    var message =
        "A repository is given as a URL with its transport, "
            + "such as 'git+https://' or 'git+ssh://'.";
    int start = url.range().start();
    return plus > 0 && text.indexOf('@') > plus && colon > plus
        ? Fault.mendable(
            url.range(),
            message,
            TextEdit.insert(start + plus + 1, "ssh://"),
            TextEdit.replace(new TextRange(start + colon, start + colon + 1), "/"))
        : Fault.at(url.range(), message);
  }

  private static Optional<Part> checksum(Part url) {
    return HASHES.stream()
        .flatMap(algorithm -> fragment(url, algorithm).stream())
        .filter(part -> Characters.areAll(part.text(), Characters::isHex))
        .findFirst();
  }

  /** The value of {@code key=value} behind the {@code #}. */
  private static Optional<Part> fragment(Part url, String key) {
    var text = url.text();
    int at = text.indexOf('#');
    while (at >= 0) {
      int next = text.indexOf('&', at + 1);
      if (text.startsWith(key + "=", at + 1)) {
        int value = at + key.length() + 2;
        int end = next < 0 ? text.length() : next;
        return value < end ? Optional.of(within(url, value, end)) : Optional.empty();
      }
      at = next;
    }
    return Optional.empty();
  }

  private static Part within(Part url, int start, int end) {
    return new Part(
        url.text().substring(start, end), new TextRange(start, end).shift(url.range().start()));
  }

  /** Whether the revision is a whole commit id, or a number of Subversion's, which can't move. */
  public boolean isCommit() {
    return revision.map(Part::text).filter(this::isFixed).isPresent();
  }

  private boolean isFixed(String revision) {
    boolean isHash = revision.length() == 40 || revision.length() == 64;
    return (isHash && Characters.areAll(revision, Characters::isHex))
        || (url.text().startsWith("svn") && Characters.areAll(revision, Characters::isDigit));
  }

  /** How far this leaves open what is installed. */
  public Pinning pinning() {
    return switch (kind) {
      case VCS -> vcsPinning();
      case URL ->
          hash.isPresent()
              ? new Pinning(Pinning.Level.EXACT, "exactly the file with this checksum")
              : new Pinning(
                  Pinning.Level.UNPINNED,
                  "whatever the URL gives at build time (without a checksum, the file can change)");
      case LOCAL ->
          new Pinning(
              Pinning.Level.UNPINNED, "whatever the local file or folder holds at build time");
    };
  }

  private Pinning vcsPinning() {
    if (isCommit()) {
      return new Pinning(Pinning.Level.EXACT, "exactly this commit");
    }
    return new Pinning(
        Pinning.Level.UNPINNED,
        revision.isPresent()
            ? "whatever '%s' points at (a tag or branch can move)".formatted(revision.get().text())
            : "the newest commit at build time");
  }
}
