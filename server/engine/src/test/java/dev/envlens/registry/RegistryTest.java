package dev.envlens.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import dev.envlens.testing.OciRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

  private static final String NAME = "azureml/azureml_0123";

  /** The password is {@code correct horse}; the line is as {@code htpasswd -B} writes it. */
  private static final String HTPASSWD =
      "reader:$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2\n";

  @TempDir Path home;

  private Registry registry(String address) {
    var variables = Map.of("DOCKER_CONFIG", home.toString(), "PATH", home + ":/usr/bin:/bin");
    return new Registry(
        RegistryAddress.of(address),
        new DockerCredentials(MachineSettings.of(variables, true)),
        Clock.systemUTC(),
        Duration.ofSeconds(20));
  }

  private void configuration(String text) throws IOException {
    Files.writeString(home.resolve("config.json"), text);
  }

  /** Has the registry hold a labelled image; gives back what the engine calls its manifest. */
  private static String push(OciRegistry registry, String tag) {
    var engine = DockerEngine.shared();
    engine.base("kept:1", Map.of("/etc/hello", "hello\n"));
    String name = registry.address() + "/" + NAME + ":" + tag;
    engine.docker("import", "--change", "LABEL colour=blue", tarOf("kept:1"), name);
    String pushed = engine.docker("push", name);
    engine.docker("rmi", name);
    return pushed.replaceAll("(?s).*digest: (sha256:[0-9a-f]{64}).*", "$1");
  }

  private static String tarOf(String image) {
    try {
      Path tar = Files.createTempFile("envlens-image", ".tar");
      tar.toFile().deleteOnExit();
      var engine = DockerEngine.shared();
      String container = engine.docker("create", "--net=none", image, "/bin/sh");
      engine.docker("export", "-o", tar.toString(), container);
      engine.docker("rm", container);
      return tar.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysWhatItHas() {
    var real = OciRegistry.shared();
    String digest = push(real, "latest");
    var registry = registry(real.address());
    var image = registry.image(NAME, "latest").orElseThrow();
    assertEquals(real.address() + "/" + NAME + ":latest", image.reference());
    assertEquals(digest, image.digest());
    assertEquals(Map.of("colour", "blue"), image.labels());
    assertTrue(image.size() > 100_000, () -> "size " + image.size());
    assertTrue(image.created().orElseThrow().isAfter(Instant.now().minusSeconds(3600)));
    assertEquals(Optional.of(digest), registry.digest(NAME, "latest"));
    assertEquals(List.of("latest"), registry.tags(NAME));
  }

  @Test
  void saysWhatItHasNot() {
    var registry = registry(OciRegistry.shared().address());
    assertEquals(Optional.empty(), registry.image("azureml/azureml_none", "latest"));
    assertEquals(Optional.empty(), registry.digest("azureml/azureml_none", "latest"));
    assertEquals(List.of(), registry.tags("azureml/azureml_none"));
  }

  @Test
  void aPathInTheAddressStandsBeforeRepositories() {
    var real = OciRegistry.shared();
    push(real, "sub");
    assertTrue(registry(real.address() + "/azureml").image("azureml_0123", "sub").isPresent());
  }

  @Test
  void stoppedItIsSaidAndStartedItAnswersAgain() {
    try (var real = OciRegistry.own()) {
      push(real, "latest");
      var registry = registry(real.address());
      assertTrue(registry.image(NAME, "latest").isPresent());
      real.stop();
      var fault = assertThrows(RegistryFault.class, () -> registry.image(NAME, "latest"));
      assertTrue(fault.getMessage().contains("can't be reached"), fault.getMessage());
      real.start();
      assertTrue(registry.image(NAME, "latest").isPresent());
    }
  }

  @Test
  void takesThePasswordThatDockerHas() throws IOException {
    try (var real = OciRegistry.own()) {
      push(real, "latest");
      real.stop();
      Path users = Files.writeString(home.resolve("users"), HTPASSWD);
      real.start("auth:\n  htpasswd:\n    realm: here\n    path: %s\n".formatted(users));
      var anonymous =
          assertThrows(RegistryFault.class, () -> registry(real.address()).image(NAME, "latest"));
      assertTrue(anonymous.getMessage().contains("Docker has no credentials for it"));

      configuration(auths(real.address(), "reader:wrong"));
      var registry = registry(real.address());
      var wrong = assertThrows(RegistryFault.class, () -> registry.image(NAME, "latest"));
      assertTrue(wrong.getMessage().contains("refuses the credentials"), wrong.getMessage());

      configuration(auths("https://" + real.address() + "/v1/", "reader:correct horse"));
      assertTrue(registry.image(NAME, "latest").isPresent());
    }
  }

  @Test
  void takesThePasswordThatACredentialHelperKeeps() throws IOException {
    try (var real = OciRegistry.own()) {
      push(real, "latest");
      real.stop();
      Path users = Files.writeString(home.resolve("users"), HTPASSWD);
      real.start("auth:\n  htpasswd:\n    realm: here\n    path: %s\n".formatted(users));
      helper(
          """
          [ "$1" = get ] && [ "$(cat)" = "%s" ] || { echo credentials not found in here; exit 1; }
          echo '{"ServerURL": "here", "Username": "reader", "Secret": "correct horse"}'
          """
              .formatted(real.address()));
      configuration("{\"credHelpers\": {\"%s\": \"test\"}}".formatted(real.address()));
      assertTrue(registry(real.address()).image(NAME, "latest").isPresent());
      configuration("{\"credsStore\": \"test\"}");
      assertTrue(registry(real.address()).image(NAME, "latest").isPresent());

      helper("echo s3cret; echo s3cret >&2; exit 3\n");
      var failed =
          assertThrows(RegistryFault.class, () -> registry(real.address()).image(NAME, "latest"));
      assertEquals(
          "Docker's credential helper docker-credential-test failed with status 3 when asked for %1$s. Run 'docker login %1$s' to see what is wrong."
              .formatted(real.address()),
          failed.getMessage());

      configuration("{\"credsStore\": \"../test\"}");
      var outside =
          assertThrows(RegistryFault.class, () -> registry(real.address()).image(NAME, "latest"));
      assertTrue(outside.getMessage().contains("can't be a program"), outside.getMessage());
    }
  }

  @Test
  void takesATokenFromTheServiceThatTheRegistryNames() throws IOException {
    var real = OciRegistry.shared();
    String digest = push(real, "latest");
    // A stand-in: it asks for tokens as Azure's registries do, and gives them itself.
    try (var server = new FaultyServer(FaultyServer.says(500))) {
      server.now(
          exchange -> {
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var asked = exchange.getRequestURI();
            if (asked.getPath().equals("/token")) {
              String sent =
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
              boolean known =
                  sent.contains("refresh_token=kept-token")
                      || ("Basic " + base64("reader:correct horse")).equals(authorization);
              (known
                      ? FaultyServer.says(
                          200,
                          "application/json",
                          "{\"access_token\": \"open\", \"expires_in\": 300}",
                          Map.of())
                      : FaultyServer.says(401))
                  .answer(exchange);
            } else if (!"Bearer open".equals(authorization)) {
              exchange
                  .getResponseHeaders()
                  .set(
                      "WWW-Authenticate",
                      "Bearer realm=\"http://%s/token\",service=\"here\",scope=\"repository:%s:pull\""
                          .formatted(server.address(), NAME));
              exchange.sendResponseHeaders(401, -1);
            } else {
              exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
              exchange.sendResponseHeaders(200, -1);
            }
          });
      assertThrows(RegistryFault.class, () -> registry(server.address()).digest(NAME, "latest"));
      configuration(auths(server.address(), "reader:correct horse"));
      var registry = registry(server.address());
      assertEquals(Optional.of(digest), registry.digest(NAME, "latest"));
      int before = server.requests().size();
      assertEquals(Optional.of(digest), registry.digest(NAME, "latest"));
      assertEquals(before + 1, server.requests().size(), "the token is kept");

      configuration(
          "{\"auths\": {\"%s\": {\"identitytoken\": \"kept-token\"}}}".formatted(server.address()));
      assertEquals(Optional.of(digest), registry(server.address()).digest(NAME, "latest"));
    }
  }

  private void helper(String script) throws IOException {
    Path program = home.resolve("docker-credential-test");
    Files.writeString(program, "#!/bin/sh\n" + script);
    assertTrue(program.toFile().setExecutable(true));
  }

  private static String auths(String server, String pair) {
    return "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}".formatted(server, base64(pair));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
