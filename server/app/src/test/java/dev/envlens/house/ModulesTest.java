package dev.envlens.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the packages of all modules use each other, as the JDK's jdeps reads their classes. */
class ModulesTest {

  private static final Pattern USE =
      Pattern.compile("^ +(dev\\.envlens\\S*) +-> +(\\S+)", Pattern.MULTILINE);

  @Test
  void packagesHaveNoCyclesAcrossModules() {
    var uses = uses("core", "engine", "app");
    assertTrue(uses.containsKey("dev.envlens.app"), () -> "jdeps saw only " + uses.keySet());
    // A package that uses none of those left is in no cycle. What stays is one, or leads into one.
    var left = new TreeMap<>(uses);
    while (left.values().removeIf(used -> Collections.disjoint(used, left.keySet()))) {
      left.values().forEach(used -> used.retainAll(left.keySet()));
    }
    assertEquals(Map.of(), left);
  }

  @Test
  void packagesOfTheEngineUseOnlyThoseFurtherRightInTheArchitecturePage() {
    var line =
        Pattern.compile("^(`doctor` → .*?)\\.$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(Repository.read().text("docs/architecture.md"))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    var layers =
        Stream.of(line.split("→"))
            .map(layer -> List.of(layer.replaceAll("[`\\s]", "").split(",")))
            .toList();
    var places = new TreeMap<String, Integer>();
    for (int i = 0; i < layers.size(); i++) {
      for (String name : layers.get(i)) {
        places.put("dev.envlens." + name, i);
      }
    }
    assertEquals(packagesOfTheEngine(), places.keySet());
    var wrong = new ArrayList<String>();
    uses("engine")
        .forEach(
            (user, used) ->
                used.stream()
                    .filter(
                        other -> places.getOrDefault(other, Integer.MAX_VALUE) <= places.get(user))
                    .forEach(other -> wrong.add(user + " -> " + other)));
    assertEquals(List.of(), wrong);
  }

  private static Set<String> packagesOfTheEngine() {
    String main = "server/engine/src/main/java/";
    return Repository.read()
        .matching(main + "**/package-info.java")
        .map(Repository.Source::path)
        .map(path -> path.substring(main.length(), path.lastIndexOf('/')).replace('/', '.'))
        .collect(toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource({"core, org.eclipse", "core, picocli", "engine, org.eclipse.lsp4j", "engine, picocli"})
  void modulesBelowTheAppKnowNoProtocolAndNoCommandLine(String module, String library) {
    assertEquals(
        List.of(),
        uses(module).values().stream()
            .flatMap(Set::stream)
            .filter(used -> used.startsWith(library))
            .toList());
  }

  /** For each package of these modules, the other packages that it uses. */
  private static Map<String, Set<String>> uses(String... modules) {
    var server = Path.of(System.getProperty("envlens.root"), "server");
    var arguments =
        Stream.concat(
            Stream.of("-verbose:package"),
            Stream.of(modules)
                .map(module -> server.resolve(module).resolve("target/classes").toString()));
    var output = new StringWriter();
    var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int status =
        jdeps.run(
            new PrintWriter(output), new PrintWriter(output), arguments.toArray(String[]::new));
    assertEquals(0, status, output::toString);
    return USE.matcher(output.toString())
        .results()
        .collect(
            groupingBy(
                use -> use.group(1),
                TreeMap::new,
                mapping(use -> use.group(2), toCollection(TreeSet::new))));
  }
}
