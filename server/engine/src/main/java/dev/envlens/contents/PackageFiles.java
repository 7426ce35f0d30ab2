package dev.envlens.contents;

import dev.envlens.conda.PackageName;
import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Picks the files that say what is installed out of all the files of an image, in whichever order
 * they come: conda's {@code conda-meta/*.json}, the metadata of Python distributions ({@code
 * .dist-info}, {@code .egg-info}) and dpkg's status.
 */
final class PackageFiles {

  /** Far more than any image has; what is beyond is passed over. */
  private static final int MOST = 200_000;

  private static final Pattern CONDA = Pattern.compile("(.*)/conda-meta/[^/]+\\.json");
  private static final Pattern PYTHON =
      Pattern.compile("(.*)/(?:site|dist)-packages/([^/]+\\.(?:dist|egg)-info)(?:/([^/]+))?");
  private static final Pattern EGG =
      Pattern.compile("(.*)/(?:site|dist)-packages/([^/]+\\.egg)/EGG-INFO/([^/]+)");
  private static final Pattern DPKG = Pattern.compile("/var/lib/dpkg/(?:status|status\\.d/[^/.]+)");
  private static final Pattern LIBRARY =
      Pattern.compile("(.*)/lib(?:64)?/python(\\d+(?:\\.\\d+)?)");
  private static final Pattern OS = Pattern.compile("(?:/usr/lib|/etc)/os-release");

  /** What Debian's own Python packages lie in: dpkg lists those. */
  private static final String OF_DEBIAN = "/usr/lib/python3/dist-packages/";

  /** A Python distribution, as far as its files were seen yet. */
  private static final class Distribution {
    private final String prefix;
    private Optional<Metadata.Named> named = Optional.empty();
    private boolean ofConda;

    private Distribution(String prefix) {
      this.prefix = prefix;
    }
  }

  private final List<FoundPackage> conda = new ArrayList<>();
  private final List<FoundPackage> system = new ArrayList<>();
  private final Map<String, Distribution> distributions = new TreeMap<>();
  private final Map<String, String> pythons = new HashMap<>();
  private final Set<String> condaPrefixes = new LinkedHashSet<>();
  private Optional<String> os = Optional.empty();

  /**
   * Looks at a file.
   *
   * @param path absolute, without {@code .} and {@code ..}
   * @param content the file's bytes; read only where the file says something
   */
  void add(String path, InputStream content) throws IOException {
    if (conda.size() + system.size() + distributions.size() > MOST) {
      return;
    }
    var meta = CONDA.matcher(path);
    var python = PYTHON.matcher(path);
    var egg = EGG.matcher(path);
    if (meta.matches()) {
      condaPrefixes.add(root(meta.group(1)));
      CondaRecord.read(content).ifPresent(record -> conda.add(record.found(root(meta.group(1)))));
    } else if (python.matches() && !path.startsWith(OF_DEBIAN)) {
      python(python.group(1), python.group(2), python.group(3), content);
    } else if (egg.matches()) {
      python(egg.group(1), egg.group(2), egg.group(3), content);
    } else if (DPKG.matcher(path).matches()) {
      Metadata.installed(content)
          .forEach(
              found ->
                  system.add(
                      new FoundPackage(
                          new InstalledPackage(
                              Origin.DPKG, found.name(), found.version(), Optional.empty()),
                          "/",
                          false)));
    } else if (OS.matcher(path).matches()) {
      os = os.or(() -> Metadata.osName(content));
    }
  }

  /**
   * @param file the metadata's file, or nothing where that is one file itself
   */
  private void python(String library, String name, String file, InputStream content)
      throws IOException {
    boolean metadata = file == null || file.equals("METADATA") || file.equals("PKG-INFO");
    boolean installer = "INSTALLER".equals(file);
    if (!metadata && !installer) {
      return;
    }
    var lib = LIBRARY.matcher(library);
    String prefix = root(lib.matches() ? lib.group(1) : library);
    if (lib.matches()) {
      pythons.put(prefix, lib.group(2));
    }
    var distribution =
        distributions.computeIfAbsent(library + "/" + name, key -> new Distribution(prefix));
    if (installer) {
      distribution.ofConda = Metadata.firstLine(content).equalsIgnoreCase("conda");
    } else {
      distribution.named = distribution.named.or(() -> Metadata.named(content));
    }
  }

  private static String root(String prefix) {
    return prefix.isEmpty() ? "/" : prefix;
  }

  /**
   * All that was found.
   *
   * @param variables the image's environment variables, which say which prefix is the own one
   */
  ImageContents contents(Map<String, String> variables) {
    List<FoundPackage> all = new ArrayList<>(conda);
    all.addAll(byPip());
    var prefixes = new ArrayList<>(new HashSet<>(all.stream().map(FoundPackage::prefix).toList()));
    prefixes.sort(new PrefixOrder(variables));
    all.sort(
        Comparator.comparingInt((FoundPackage found) -> prefixes.indexOf(found.prefix()))
            .thenComparing(found -> found.installed().origin())
            .thenComparing(found -> new PackageName(found.installed().name()).key())
            .thenComparing(found -> found.installed().version()));
    system.sort(Comparator.comparing(found -> found.installed().name()));
    all.addAll(system);
    var own = prefixes.stream().findFirst();
    return new ImageContents(all, own, own.flatMap(prefix -> python(all, prefix)), os);
  }

  private List<FoundPackage> byPip() {
    var known = new HashSet<String>();
    conda.forEach(found -> known.add(key(found.prefix(), found.installed())));
    List<FoundPackage> result = new ArrayList<>();
    for (var distribution : distributions.values()) {
      boolean cached =
          condaPrefixes.stream()
              .anyMatch(prefix -> distribution.prefix.startsWith(prefix + "/pkgs/"));
      if (distribution.named.isEmpty() || distribution.ofConda || cached) {
        continue;
      }
      var named = distribution.named.get();
      var installed =
          new InstalledPackage(Origin.PIP, named.name(), named.version(), Optional.empty());
      // conda builds some packages without saying that it is their installer.
      if (!known.contains(key(distribution.prefix, installed))) {
        result.add(new FoundPackage(installed, distribution.prefix, false));
      }
    }
    return result;
  }

  private static String key(String prefix, InstalledPackage installed) {
    return prefix + " " + new PackageName(installed.name()).key() + " " + installed.version();
  }

  private Optional<String> python(List<FoundPackage> all, String prefix) {
    return all.stream()
        .filter(found -> found.prefix().equals(prefix))
        .map(FoundPackage::installed)
        .filter(found -> found.origin() == Origin.CONDA && found.name().equals("python"))
        .map(InstalledPackage::version)
        .findFirst()
        .or(() -> Optional.ofNullable(pythons.get(prefix)));
  }
}
