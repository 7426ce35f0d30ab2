package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What moves the hash of a definition, as people write it, and what doesn't. */
class HashPropertiesTest {

  private static final String SCHEMA =
      "https://azuremlschemas.azureedge.net/latest/environment.schema.json";

  /** What counts of an image with conda packages. */
  record Counting(
      String image,
      String os,
      List<String> channels,
      List<String> packages,
      List<String> pip,
      Map<String, String> variables) {

    Map<String, Object> conda() {
      var dependencies = new ArrayList<Object>(packages);
      dependencies.add(Map.of("pip", pip));
      return new TreeMap<>(
          Map.of("channels", channels, "dependencies", dependencies, "variables", variables));
    }
  }

  /** What doesn't count. {@code seed} is of the style, {@code inline} of where conda stands. */
  record Beside(String name, String version, String words, boolean inline, long seed) {

    Given write(Counting counting) {
      var conda = counting.conda();
      var random = new Random(seed);
      if (random.nextBoolean()) {
        conda.put("name", name);
        conda.put("prefix", words);
      }
      var root = root();
      root.put("image", counting.image());
      root.put("os_type", counting.os());
      root.put("conda_file", inline ? conda : "sub/conda.yml");
      root.put("inference_config", Map.of("scoring_route", Map.of("path", words, "port", "1")));
      return Given.file(YamlStyles.write(root, seed))
          .with("sub/conda.yml", YamlStyles.write(conda, seed + 1));
    }

    private Map<String, Object> root() {
      var root = new LinkedHashMap<String, Object>();
      root.put("$schema", SCHEMA);
      root.put("name", name);
      root.put("version", version);
      root.put("description", words);
      root.put("tags", Map.of(name, words));
      root.put("properties", Map.of("a", words, "b", name));
      return root;
    }

    Given write(V1 counting) {
      var random = new Random(seed);
      var conda = new LinkedHashMap<String, Object>();
      conda.put("name", name);
      conda.put("channels", List.of("conda-forge"));
      conda.put("dependencies", List.of("python"));
      var packages =
          counting.packages().stream()
              .<Object>map(p -> random.nextBoolean() ? p.text() : p.coordinates())
              .toList();
      var root = new LinkedHashMap<String, Object>();
      root.put("name", name);
      root.put("version", version);
      root.put("environmentVariables", Map.of("EXAMPLE", words));
      root.put("docker", Map.of("baseImage", counting.image(), "shmSize", words));
      root.put("python", Map.of("condaDependencies", conda, "interpreterPath", name));
      root.put(
          "spark",
          Map.of(
              "repositories", counting.repositories(),
              "packages", packages,
              "precachePackages", counting.precache()));
      return Given.file(YamlStyles.write(root, seed));
    }

    Given write(Context context) {
      var root = root();
      root.put("build", Map.of("path", "docker"));
      var given = Given.file(YamlStyles.write(root, seed));
      context
          .files()
          .forEach(
              (path, file) -> {
                if (file.executable()) {
                  given.files().withExecutable("docker/" + path, file.text());
                } else {
                  given.with("docker/" + path, file.text());
                }
              });
      return given;
    }
  }

  record Coordinates(String group, String artifact, String version) {
    String text() {
      return group + ":" + artifact + ":" + version;
    }

    Map<String, String> coordinates() {
      return Map.of("group", group, "artifact", artifact, "version", version);
    }
  }

  /** What counts of a v1 definition with Spark. */
  record V1(String image, List<String> repositories, List<Coordinates> packages, String precache) {}

  record ContextFile(String text, boolean executable) {}

  /** A build context with its Dockerfile. */
  record Context(Map<String, ContextFile> files) {
    Context with(String path, ContextFile file) {
      var changed = new TreeMap<>(files);
      changed.put(path, file);
      return new Context(changed);
    }

    Context without(String path) {
      var changed = new TreeMap<>(files);
      changed.remove(path);
      return new Context(changed);
    }
  }

  @Property(tries = 300)
  void onlyWhatCountsDoes(
      @ForAll("countings") Counting counting,
      @ForAll("besides") Beside one,
      @ForAll("besides") Beside other) {
    assertEquals(one.write(counting).hash(), other.write(counting).hash());
  }

  @Property(tries = 300)
  void whatCountsAlwaysDoes(
      @ForAll("countings") Counting one,
      @ForAll("countings") Counting other,
      @ForAll("besides") Beside beside,
      @ForAll Random random) {
    var mixed = mix(one, other, random);
    Assume.that(!mixed.equals(one));
    assertNotEquals(beside.write(one).hash(), beside.write(mixed).hash());
  }

  @Property(tries = 300)
  void everyListCountsInItsOrder(
      @ForAll("countings") Counting counting,
      @ForAll("besides") Beside beside,
      @ForAll Random random) {
    var channels = moved(counting.channels(), random);
    var packages = moved(counting.packages(), random);
    var pip = moved(counting.pip(), random);
    for (var changed :
        List.of(
            with(counting, channels, counting.packages(), counting.pip()),
            with(counting, counting.channels(), packages, counting.pip()),
            with(counting, counting.channels(), counting.packages(), pip))) {
      if (!changed.equals(counting)) {
        assertNotEquals(beside.write(counting).hash(), beside.write(changed).hash());
      }
    }
  }

  @Property(tries = 200)
  void ofSparkOnlyWhatCountsDoes(
      @ForAll("v1s") V1 v1, @ForAll("besides") Beside one, @ForAll("besides") Beside other) {
    assertEquals(one.write(v1).hash(), other.write(v1).hash());
  }

  @Property(tries = 200)
  void ofSparkPackagesAndTheirOrderCount(
      @ForAll("v1s") V1 v1, @ForAll("besides") Beside beside, @ForAll Random random) {
    var changes =
        List.of(
            new V1("other", v1.repositories(), v1.packages(), v1.precache()),
            new V1(v1.image(), moved(v1.repositories(), random), v1.packages(), v1.precache()),
            new V1(v1.image(), v1.repositories(), moved(v1.packages(), random), v1.precache()),
            new V1(v1.image(), v1.repositories(), v1.packages().subList(1, 2), v1.precache()),
            new V1(
                v1.image(),
                v1.repositories(),
                v1.packages(),
                v1.precache().equals("true") ? "false" : "true"));
    for (var changed : changes) {
      if (!changed.equals(v1)) {
        assertNotEquals(beside.write(v1).hash(), beside.write(changed).hash());
      }
    }
  }

  @Property(tries = 200)
  void ofAContextOnlyTheDockerfilesLineEndsAreFree(
      @ForAll("contexts") Context context,
      @ForAll("besides") Beside one,
      @ForAll("besides") Beside other) {
    var dockerfile = context.files().get("Dockerfile");
    var dos = new ContextFile(dockerfile.text().replace("\n", "\r\n"), dockerfile.executable());
    assertEquals(one.write(context).hash(), other.write(context.with("Dockerfile", dos)).hash());
  }

  @Property(tries = 200)
  void everyByteNameAndExecutableBitOfAContextCounts(
      @ForAll("contexts") Context context, @ForAll("besides") Beside beside) {
    String before = beside.write(context).hash();
    context
        .files()
        .forEach(
            (path, file) -> {
              var edited = new ContextFile(file.text() + "x", file.executable());
              assertNotEquals(before, beside.write(context.with(path, edited)).hash(), path);
              if (!path.equals("Dockerfile")) {
                var flipped = new ContextFile(file.text(), !file.executable());
                assertNotEquals(before, beside.write(context.with(path, flipped)).hash(), path);
                var renamed = context.without(path).with(path + "2", file);
                assertNotEquals(before, beside.write(renamed).hash(), path);
                assertNotEquals(before, beside.write(context.without(path)).hash(), path);
              }
            });
  }

  private static Counting with(
      Counting counting, List<String> channels, List<String> packages, List<String> pip) {
    return new Counting(
        counting.image(), counting.os(), channels, packages, pip, counting.variables());
  }

  /** One of the parts of {@code other}, the rest of {@code one}. */
  private static Counting mix(Counting one, Counting other, Random random) {
    int part = random.nextInt(6);
    return new Counting(
        part == 0 ? other.image() : one.image(),
        part == 1 ? other.os() : one.os(),
        part == 2 ? other.channels() : one.channels(),
        part == 3 ? other.packages() : one.packages(),
        part == 4 ? other.pip() : one.pip(),
        part == 5 ? other.variables() : one.variables());
  }

  private static <T> List<T> moved(List<T> list, Random random) {
    if (list.isEmpty()) {
      return list;
    }
    var moved = new ArrayList<>(list);
    T item = moved.remove(random.nextInt(moved.size()));
    moved.add(random.nextInt(moved.size() + 1), item);
    return moved;
  }

  /** Texts that need care in YAML: with spaces, quotes, signs, or what looks like another type. */
  private static Arbitrary<String> texts() {
    return Arbitraries.of(
        "numpy",
        "numpy=1.26.4",
        "numpy>=1.26,<2",
        "python=3.10",
        "3.10",
        "1",
        "true",
        "null",
        "~",
        "it's",
        "a \"b\" c",
        "a: b",
        "a #b",
        "- x",
        "[a]",
        "é",
        "back\\slash",
        "torch; python_version < \"3.13\"",
        "--index-url https://example.com/simple");
  }

  @Provide
  Arbitrary<Counting> countings() {
    return Combinators.combine(
            texts(),
            Arbitraries.of("linux", "windows"),
            texts().list().ofMaxSize(4),
            texts().list().ofMaxSize(5),
            texts().list().ofMaxSize(4),
            Arbitraries.maps(Arbitraries.of("A", "B", "C"), texts()).ofMaxSize(3))
        .as(Counting::new);
  }

  @Provide
  Arbitrary<Beside> besides() {
    return Combinators.combine(
            Arbitraries.of("train", "serve", "x.y-z"),
            Arbitraries.of("1", "2.0", "22.02-py3"),
            texts(),
            Arbitraries.of(true, false),
            Arbitraries.longs())
        .as(Beside::new);
  }

  @Provide
  Arbitrary<V1> v1s() {
    var packages =
        Combinators.combine(
                Arbitraries.of("com.microsoft", "org.apache"),
                Arbitraries.of("a", "b"),
                Arbitraries.of("1", "2.0"))
            .as(Coordinates::new);
    return Combinators.combine(
            texts(),
            texts().list().ofMaxSize(3),
            packages.list().ofMinSize(2).ofMaxSize(4),
            Arbitraries.of("true", "false"))
        .as(V1::new);
  }

  @Provide
  Arbitrary<Context> contexts() {
    var files =
        Combinators.combine(
                Arbitraries.of("", "a\n", "a\nb", "é\n\nb\n"), Arbitraries.of(true, false))
            .as(ContextFile::new);
    return Combinators.combine(
            files, Arbitraries.maps(Arbitraries.of("a", "b c.py", "sub/d", "é"), files))
        .as((dockerfile, others) -> new Context(others).with("Dockerfile", dockerfile));
  }
}
