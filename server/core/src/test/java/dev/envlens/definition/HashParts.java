package dev.envlens.definition;

import dev.envlens.link.ContextEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A {@link HashInput} as the JSON of docs/hash.md, "Parts as JSON", and back. */
final class HashParts {

  private HashParts() {}

  static HashInput read(JsonNode parts) {
    return new HashInput(
        parts.optional("image").map(JsonNode::asString),
        parts.optional("docker").map(HashParts::docker),
        parts.optional("conda").map(HashParts::conda),
        parts.optional("spark").map(HashParts::spark),
        parts.path("os").asString("linux"));
  }

  private static HashInput.Docker docker(JsonNode docker) {
    if (docker.has("url")) {
      return new HashInput.RemoteContext(
          docker.get("url").asString(), docker.optional("dockerfile_path").map(JsonNode::asString));
    }
    String dockerfile = docker.get("dockerfile").asString();
    return docker.has("files")
        ? new HashInput.LocalContext(
            dockerfile, docker.get("files").valueStream().map(HashParts::file).toList())
        : new HashInput.Steps(dockerfile);
  }

  private static ContextEntry file(JsonNode entry) {
    String path = entry.get("path").asString();
    return entry.has("link")
        ? new ContextEntry.Link(path, entry.get("link").asString())
        : new ContextEntry.File(
            path,
            entry.get("executable").asBoolean(),
            entry.get("size").asLong(),
            entry.get("sha256").asString());
  }

  private static HashInput.Conda conda(JsonNode conda) {
    Map<String, String> variables = new LinkedHashMap<>();
    conda
        .path("variables")
        .properties()
        .forEach(e -> variables.put(e.getKey(), e.getValue().asString()));
    return new HashInput.Conda(
        texts(conda.path("channels")),
        conda.path("dependencies").valueStream().map(HashParts::dependency).toList(),
        variables);
  }

  private static HashInput.Dependency dependency(JsonNode dependency) {
    return dependency.isObject()
        ? new HashInput.Pip(texts(dependency.get("pip")))
        : new HashInput.Spec(dependency.asString());
  }

  private static HashInput.Spark spark(JsonNode spark) {
    return new HashInput.Spark(
        texts(spark.path("repositories")),
        texts(spark.path("packages")),
        spark.path("precache").asBoolean(true));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  static ObjectNode write(HashInput input) {
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    input.image().ifPresent(image -> parts.put("image", image));
    input.docker().ifPresent(docker -> write(docker, parts.putObject("docker")));
    input.conda().ifPresent(conda -> write(conda, parts.putObject("conda")));
    input
        .spark()
        .ifPresent(
            spark -> {
              ObjectNode part = parts.putObject("spark").put("precache", spark.precache());
              write(spark.repositories(), part.putArray("repositories"));
              write(spark.packages(), part.putArray("packages"));
            });
    return parts.put("os", input.os());
  }

  private static void write(HashInput.Docker docker, ObjectNode part) {
    if (docker instanceof HashInput.Steps steps) {
      part.put("dockerfile", steps.dockerfile());
    } else if (docker instanceof HashInput.RemoteContext context) {
      part.put("url", context.url());
      context.dockerfilePath().ifPresent(path -> part.put("dockerfile_path", path));
    } else if (docker instanceof HashInput.LocalContext context) {
      ArrayNode files = part.put("dockerfile", context.dockerfile()).putArray("files");
      for (ContextEntry entry : context.otherFiles()) {
        ObjectNode form = files.addObject().put("path", entry.path());
        if (entry instanceof ContextEntry.File file) {
          form.put("executable", file.executable());
          form.put("size", file.size()).put("sha256", file.sha256());
        } else if (entry instanceof ContextEntry.Link link) {
          form.put("link", link.target());
        }
      }
    }
  }

  private static void write(HashInput.Conda conda, ObjectNode part) {
    write(conda.channels(), part.putArray("channels"));
    ArrayNode dependencies = part.putArray("dependencies");
    for (HashInput.Dependency dependency : conda.dependencies()) {
      if (dependency instanceof HashInput.Spec spec) {
        dependencies.add(spec.text());
      } else if (dependency instanceof HashInput.Pip pip) {
        write(pip.requirements(), dependencies.addObject().putArray("pip"));
      }
    }
    ObjectNode variables = part.putObject("variables");
    conda.variables().forEach(variables::put);
  }

  private static void write(List<String> texts, ArrayNode list) {
    texts.forEach(list::add);
  }
}
