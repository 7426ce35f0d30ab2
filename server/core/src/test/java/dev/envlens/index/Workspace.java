package dev.envlens.index;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.link.MemoryFiles;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files in memory with their index; {@code <caret>} in one of them marks where somebody asks. */
final class Workspace {

  private static final String CARET = "<caret>";

  private final MemoryFiles files = new MemoryFiles();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private String asked = "";
  private int offset = -1;

  Workspace with(String path, String marked) {
    if (marked.contains(CARET)) {
      asked = path;
      offset = marked.indexOf(CARET);
    }
    String text = marked.replace(CARET, "");
    files.with(path, text);
    texts.put(path, text);
    return this;
  }

  WorkspaceIndex index() {
    var index = new WorkspaceIndex(100);
    texts.keySet().stream().filter(path -> path.endsWith("yml")).forEach(path -> put(index, path));
    return index;
  }

  boolean put(WorkspaceIndex index, String path) {
    return index.put(FileSummary.of(contents(path), files));
  }

  Contents contents(String path) {
    return Contents.of(new Source(MemoryFiles.uri(path), Yaml.parse(texts.get(path))), files);
  }

  DefinedEnvironment definition(String path) {
    return index().of(MemoryFiles.uri(path)).orElseThrow().definitions().get(0);
  }

  MemoryFiles files() {
    return files;
  }

  Contents askedContents() {
    return contents(asked);
  }

  String askedText() {
    return texts.get(asked);
  }

  int offset() {
    return offset;
  }

  /** What is used where somebody asks, as {@code path «text»}. */
  List<String> references(boolean declarations) {
    return References.at(contents(asked), offset, index(), declarations).stream()
        .map(this::shown)
        .toList();
  }

  List<String> usesOfAskedFile() {
    return References.ofFile(MemoryFiles.uri(asked), texts.get(asked), offset, index()).stream()
        .map(this::shown)
        .toList();
  }

  String shown(Site site) {
    String path = path(site.file());
    return "%s «%s»".formatted(path, site.range().of(texts.get(path)));
  }

  static String path(URI file) {
    return file.getPath().substring("/project/".length());
  }

  static List<String> paths(List<DefinedEnvironment> definitions) {
    return definitions.stream().map(definition -> path(definition.file())).toList();
  }
}
