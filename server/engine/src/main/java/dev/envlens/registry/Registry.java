package dev.envlens.registry;

import dev.envlens.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One registry. Any thread may ask; each question is answered or fails within a time limit.
 * Repositories are named without the path that the registry's address has.
 */
public final class Registry {

  private static final String MANIFESTS =
      "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json,"
          + " application/vnd.docker.distribution.manifest.list.v2+json,"
          + " application/vnd.docker.distribution.manifest.v2+json";

  private static final String DIGEST = "Docker-Content-Digest";

  private final RegistryAddress address;
  private final DockerCredentials credentials;
  private final Duration limit;
  private final Tokens tokens;
  private final Faults faults;
  private Optional<Credential> credential = Optional.empty();

  /**
   * @param clock tells how long tokens live, and when the registry wants to be asked again
   * @param limit of a whole question
   */
  public Registry(
      RegistryAddress address, DockerCredentials credentials, Clock clock, Duration limit) {
    this.address = address;
    this.credentials = credentials;
    this.limit = limit;
    this.tokens = new Tokens(clock);
    this.faults = new Faults(address.host(), clock);
  }

  public RegistryAddress address() {
    return address;
  }

  /**
   * The image with a tag, or nothing when the registry has none.
   *
   * @throws RegistryFault when the registry doesn't say
   */
  public Optional<RegistryImage> image(String repository, String tag) {
    return asking(
        deadline -> {
          var manifest = json(get(repository, "manifests/" + tag, deadline));
          if (manifest.isEmpty()) {
            return Optional.empty();
          }
          String digest = manifest.get().digest();
          var tree = manifest.get().tree();
          var one = platform(tree);
          if (one.isPresent()) {
            tree =
                json(get(repository, "manifests/" + one.get(), deadline))
                    .orElseThrow(faults::halfAnAnswer)
                    .tree();
          }
          return Optional.of(image(repository, tag, digest, tree, deadline));
        });
  }

  /**
   * What a tag or a digest stands for: the digest of its manifest, or nothing when there is none.
   *
   * @throws RegistryFault when the registry doesn't say
   */
  public Optional<String> digest(String repository, String reference) {
    return asking(
        deadline -> {
          var answer = send("HEAD", repository, "manifests/" + reference, deadline);
          return answer.status() == 404 ? Optional.empty() : answer.header(DIGEST);
        });
  }

  /**
   * Whether it answers, with the credentials that there are.
   *
   * @throws RegistryFault when it doesn't
   */
  public void greet() {
    asking(deadline -> send("GET", "azureml/envlens", "tags/list", deadline).status());
  }

  /**
   * The tags of a repository, of many only the first page; none where there is no such repository.
   *
   * @throws RegistryFault when the registry doesn't say
   */
  public List<String> tags(String repository) {
    return asking(
        deadline -> {
          var list = json(get(repository, "tags/list", deadline));
          List<String> tags = new ArrayList<>();
          list.ifPresent(
              found -> found.tree().path("tags").forEach(tag -> tags.add(tag.asString(""))));
          return List.copyOf(tags);
        });
  }

  private record Document(JsonNode tree, String digest) {}

  private interface Question<T> {
    T ask(Deadline deadline) throws IOException;
  }

  private <T> T asking(Question<T> question) {
    try {
      return question.ask(Deadline.in(limit));
    } catch (IOException e) {
      throw faults.of(e, limit);
    }
  }

  /** Of an index the manifest that most machines want. */
  private static Optional<String> platform(JsonNode tree) {
    Optional<String> first = Optional.empty();
    for (var manifest : tree.path("manifests")) {
      var digest = Json.text(manifest, "/digest");
      boolean usual =
          Json.text(manifest, "/platform/architecture").equals(Optional.of("amd64"))
              && Json.text(manifest, "/platform/os").equals(Optional.of("linux"));
      if (usual) {
        return digest;
      }
      first = first.or(() -> digest);
    }
    return first;
  }

  private RegistryImage image(
      String repository, String tag, String digest, JsonNode manifest, Deadline deadline)
      throws IOException {
    long size = 0;
    for (var layer : manifest.path("layers")) {
      size += layer.path("size").asLong(0);
    }
    Optional<Instant> created = Optional.empty();
    Map<String, String> labels = new HashMap<>();
    var config = Json.text(manifest, "/config/digest");
    if (config.isPresent()) {
      var tree = json(get(repository, "blobs/" + config.get(), deadline)).map(Document::tree);
      created = tree.flatMap(it -> Json.text(it, "/created")).flatMap(Registry::instant);
      tree.ifPresent(
          it ->
              it.at("/config/Labels")
                  .properties()
                  .forEach(label -> labels.put(label.getKey(), label.getValue().asString(""))));
    }
    return new RegistryImage(address.reference(repository, tag), digest, created, size, labels);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Answer get(String repository, String rest, Deadline deadline) throws IOException {
    return send("GET", repository, rest, deadline);
  }

  /** What an answer holds; empty when there is no such thing. */
  private Optional<Document> json(Answer answer) {
    if (answer.status() == 404) {
      return Optional.empty();
    }
    String text = answer.body();
    var tree = Json.parse(text);
    if (tree.isEmpty() || !tree.get().isObject()) {
      throw text.stripLeading().startsWith("{") ? faults.halfAnAnswer() : faults.noRegistry();
    }
    return Optional.of(new Document(tree.get(), answer.header(DIGEST).orElse("")));
  }

  /** Asks, and again with what the registry wants for a proof. Answers 200 and 404 come through. */
  private Answer send(String method, String repository, String rest, Deadline deadline)
      throws IOException {
    String path = address.path(repository);
    URI url = URI.create(address.url(path + "/" + rest));
    var proof = tokens.known(path);
    var answer = new Request(method, url, MANIFESTS, proof, Optional.empty()).send(deadline);
    if (answer.status() == 401) {
      tokens.forget(path);
      answer = proven(method, url, path, answer, deadline);
    }
    if (answer.status() == 200 || isMissing(answer)) {
      return answer;
    }
    var used = answer.status() == 401 ? credential() : new Credential.None();
    if (answer.status() == 401 || answer.status() == 403) {
      forgetCredential();
    }
    throw faults.of(answer, path, used);
  }

  private Answer proven(String method, URI url, String path, Answer refusal, Deadline deadline)
      throws IOException {
    var challenge = Challenge.of(refusal.header("WWW-Authenticate").orElse(""));
    var credential = credential();
    Optional<String> proof = Optional.empty();
    if (challenge.scheme().equals("bearer")) {
      boolean encrypted = url.getScheme().equals("https");
      var question = new Tokens.Question(path, challenge, credential, encrypted);
      var service = question.service();
      var failure =
          service.isEmpty() ? Optional.of(refusal) : tokens.ask(question, service.get(), deadline);
      if (failure.isPresent()) {
        int status = failure.get().status();
        return status == 403 || status == 429 || status >= 500 ? failure.get() : refusal;
      }
      proof = tokens.known(path);
    } else if (challenge.scheme().equals("basic")
        && credential instanceof Credential.Password password) {
      proof = Optional.of(password.basic());
    }
    return proof.isEmpty()
        ? refusal
        : new Request(method, url, MANIFESTS, proof, Optional.empty()).send(deadline);
  }

  /** A registry says in JSON that something is missing, a web server in HTML. */
  private static boolean isMissing(Answer answer) {
    return answer.status() == 404
        && (answer.isJson() || answer.header("Docker-Distribution-Api-Version").isPresent());
  }

  /** Kept while it works: to get it may run a program. */
  private synchronized Credential credential() {
    if (credential.isEmpty()) {
      credential = Optional.of(credentials.of(address));
    }
    return credential.get();
  }

  private synchronized void forgetCredential() {
    credential = Optional.empty();
  }
}
