package dev.envlens.registry;

import dev.envlens.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tokens from a registry's token service, by the distribution project's token authentication. */
final class Tokens {

  /** What the specification has a token live where the service doesn't say. */
  private static final long USUAL_SECONDS = 60;

  private static final int MOST = 200;

  private record Token(String authorization, Instant end) {}

  private final Clock clock;
  private final Map<String, Token> byRepository = new ConcurrentHashMap<>();

  Tokens(Clock clock) {
    this.clock = clock;
  }

  /** The one that was given for a repository, while it lives. */
  Optional<String> known(String repository) {
    return Optional.ofNullable(byRepository.get(repository))
        .filter(token -> clock.instant().isBefore(token.end()))
        .map(Token::authorization);
  }

  void forget(String repository) {
    byRepository.remove(repository);
  }

  /** What a token service is asked. */
  record Question(
      String repository, Challenge challenge, Credential credential, boolean encrypted) {

    /** Where; empty when it is no address, or would have credentials sent in the clear. */
    Optional<URI> service() {
      try {
        return challenge
            .parameter("realm")
            .map(URI::create)
            .filter(
                realm ->
                    "https".equals(realm.getScheme())
                        || ("http".equals(realm.getScheme()) && !encrypted));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * Asks a token service that {@link Question#service} named.
   *
   * @return how it answered, when that isn't with a token, which is {@link #known} from then on
   */
  Optional<Answer> ask(Question question, URI service, Deadline deadline) throws IOException {
    var answer = request(question, service).send(deadline);
    if (answer.status() != 200) {
      return Optional.of(answer);
    }
    var tree = Json.parse(answer.body());
    var token =
        tree.flatMap(it -> Json.text(it, "/token").or(() -> Json.text(it, "/access_token")));
    if (token.isEmpty()) {
      return Optional.of(answer);
    }
    long seconds = tree.get().path("expires_in").asLong(USUAL_SECONDS);
    if (byRepository.size() >= MOST) {
      byRepository.clear();
    }
    byRepository.put(
        question.repository(),
        new Token("Bearer " + token.get(), clock.instant().plusSeconds(Math.max(1, seconds - 5))));
    return Optional.empty();
  }

  private static Request request(Question question, URI service) {
    Map<String, String> fields = new LinkedHashMap<>();
    question.challenge().parameter("service").ifPresent(it -> fields.put("service", it));
    fields.put(
        "scope",
        question
            .challenge()
            .parameter("scope")
            .orElse("repository:" + question.repository() + ":pull"));
    if (question.credential() instanceof Credential.Identity identity) {
      fields.put("grant_type", "refresh_token");
      fields.put("client_id", "envlens");
      fields.put("refresh_token", identity.token());
      return new Request(
          "POST", service, "application/json", Optional.empty(), Optional.of(form(fields)));
    }
    Optional<String> basic =
        question.credential() instanceof Credential.Password password
            ? Optional.of(password.basic())
            : Optional.empty();
    String separator = service.getRawQuery() == null ? "?" : "&";
    return new Request(
        "GET",
        URI.create(service + separator + form(fields)),
        "application/json",
        basic,
        Optional.empty());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
