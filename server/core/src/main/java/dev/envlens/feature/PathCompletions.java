package dev.envlens.feature;

import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Shown;
import dev.envlens.link.Listing;
import dev.envlens.link.Listing.Named;
import dev.envlens.link.Paths;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths to files and folders, one folder at a time. */
final class PathCompletions {

  /** What a path may lead to; folders are offered on the way to anything. */
  enum Fitting {
    /** YAML that isn't known to be something else than a conda file. */
    CONDA,
    /** YAML that isn't known to be something else than an environment. */
    ENVIRONMENT,
    REQUIREMENTS,
    DOCKERFILES,
    FOLDERS;

    boolean fits(String name) {
      String lower = lower(name);
      return switch (this) {
        case CONDA, ENVIRONMENT -> FolderContents.isYaml(name);
        case REQUIREMENTS -> lower.endsWith(".txt") || lower.endsWith(".in");
        case DOCKERFILES -> lower.contains("dockerfile") && !lower.endsWith("ignore");
        case FOLDERS -> false;
      };
    }

    boolean fits(KnownFiles.Held held) {
      return switch (this) {
        case CONDA -> held == KnownFiles.Held.CONDA;
        case ENVIRONMENT -> held == KnownFiles.Held.ENVIRONMENT;
        default -> true;
      };
    }
  }

  private static final Set<String> CLUTTER = Set.of("node_modules", "__pycache__", "site-packages");

  private static final Pattern INCLUDE =
      Pattern.compile("(-r|-c|--requirement|--constraint)([ =]+)(.*)");

  private static final String FILE = "file:";

  /**
   * What is typed so far.
   *
   * @param before what stands before the path, such as {@code file:}
   * @param typed the path's beginning
   */
  private record Beginning(String before, String typed) {

    /** Whether an option stands before the path, and a space that is no part of a value. */
    boolean isOption() {
      return before.startsWith("-");
    }
  }

  private final Offer offer;
  private final Knowledge knowledge;

  PathCompletions(Offer offer, Knowledge knowledge) {
    this.offer = offer;
    this.knowledge = knowledge;
  }

  /** What nobody means when a folder is looked through. */
  static boolean isClutter(String name) {
    return name.startsWith(".") || CLUTTER.contains(name);
  }

  /**
   * Paths that count from the folder {@code base}.
   *
   * @param self the file that is being written, which is never meant
   */
  void add(URI self, URI base, Fitting fitting) {
    add(self, base, fitting, new Beginning("", typed()));
  }

  /** Requirements files behind {@code -r} and {@code -c}. */
  void addIncludes(URI self) {
    var include = INCLUDE.matcher(typed());
    if (include.matches()) {
      var beginning =
          new Beginning(
              typed().substring(0, include.start(3)), typed().substring(include.start(3)));
      Paths.folder(self).ifPresent(base -> add(self, base, Fitting.REQUIREMENTS, beginning));
    }
  }

  /** Environments in files, as {@code file:} and a path. */
  void addReferences(URI self) {
    var beginning =
        typed().startsWith(FILE)
            ? new Beginning(FILE, typed().substring(FILE.length()))
            : new Beginning(FILE + "./", "");
    Paths.folder(self).ifPresent(base -> add(self, base, Fitting.ENVIRONMENT, beginning));
  }

  private String typed() {
    return offer.place().token().typed();
  }

  private void add(URI self, URI base, Fitting fitting, Beginning beginning) {
    String typed = beginning.typed();
    String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
    if (typed.startsWith("//") || typed.contains("\\")) {
      return; // another machine's, or a folder of Windows: a disk isn't asked for those
    }
    var target = Paths.within(base, folder.isEmpty() ? "." : folder);
    boolean leaves =
        fitting == Fitting.DOCKERFILES
            && target.filter(inside -> Paths.isWithin(base, inside)).isEmpty();
    if (target.isEmpty() || leaves) {
      return;
    }
    var listing = knowledge.listings().folder(target.get());
    if (listing instanceof Listing.Pending) {
      offer.hasMore();
    } else if (listing instanceof Listing.Names names) {
      boolean hidden = typed.substring(folder.length()).startsWith(".");
      names.names().stream()
          .filter(named -> hidden || !isClutter(named.name()))
          .filter(named -> named.isFolder() || fits(fitting, named, target.get()))
          .filter(named -> !isSelf(self, target.get(), named))
          .sorted(order(fitting))
          .forEach(named -> add(named, folder, beginning));
    }
  }

  /** By its name, and by what it holds where that is known. */
  private boolean fits(Fitting fitting, Named named, URI folder) {
    return fitting.fits(named.name())
        && Paths.within(folder, named.name())
            .flatMap(knowledge.known()::held)
            .map(fitting::fits)
            .orElse(true);
  }

  private static boolean isSelf(URI self, URI folder, Named named) {
    return Paths.within(folder, named.name()).filter(self::equals).isPresent();
  }

  private static Comparator<Named> order(Fitting fitting) {
    return Comparator.comparing((Named named) -> fitting != Fitting.FOLDERS && named.isFolder())
        .thenComparing(named -> !lower(named.name()).contains("conda"))
        .thenComparing(Named::name);
  }

  private void add(Named named, String folder, Beginning beginning) {
    String name = named.isFolder() ? named.name() + "/" : named.name();
    String path = folder + name;
    var shown = Shown.of(name, named.isFolder() ? Kind.FOLDER : Kind.FILE, path);
    if (beginning.isOption()) {
      offer.rest(shown, beginning.before().length(), path, path);
    } else {
      offer.value(shown, beginning.before() + path);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
