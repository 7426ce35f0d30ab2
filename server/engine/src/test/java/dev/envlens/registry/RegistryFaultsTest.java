package dev.envlens.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.envlens.setup.MachineSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFaultsTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path home;

  private Registry registry(String address, Duration limit) {
    var settings = MachineSettings.of(Map.of("DOCKER_CONFIG", home.toString()), true);
    return new Registry(RegistryAddress.of(address), new DockerCredentials(settings), NOW, limit);
  }

  private RegistryFault fault(String address, Duration limit) {
    return assertThrows(
        RegistryFault.class, () -> registry(address, limit).image("azureml/azureml_0", "latest"));
  }

  private RegistryFault fault(FaultyServer.Behaviour behaviour) {
    try (var server = new FaultyServer(behaviour)) {
      var fault = fault(server.address(), Duration.ofSeconds(10));
      assertTrue(fault.getMessage().contains(server.address()), fault.getMessage());
      return fault;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | wants to know who asks (401), and Docker has no credentials for it. Run 'docker login
          403 | doesn't let you read azureml/azureml_0 (403). Ask its owner
          429 | was asked too often (429)
          500 | has a fault of its own (500). Ask again later.
          503 | has a fault of its own (503). Ask again later.
          418 | answers, but not as a registry does
          """)
  void eachStatusIsASentence(int status, String sentence) {
    var fault = fault(FaultyServer.says(status));
    assertTrue(fault.getMessage().contains(sentence), fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "120, 2026-06-01T12:02:00Z",
    "'Mon, 01 Jun 2026 12:05:00 GMT', 2026-06-01T12:05:00Z",
    "999999999, 2026-06-01T13:00:00Z",
    "soon,",
    "0,"
  })
  void whoIsAskedTooOftenSaysWhenToAskAgain(String header, Instant again) {
    var fault =
        fault(FaultyServer.says(429, "application/json", "{}", Map.of("Retry-After", header)));
    assertEquals(Optional.ofNullable(again), fault.again());
  }

  @Test
  void noAnswerEndsWithTheTimeLimit() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      var fault = fault("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300));
      assertTrue(fault.getMessage().contains("did not answer within 0.3 s"), fault.getMessage());
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
    }
  }

  @Test
  void nobodyThereIsSaid() throws Exception {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    var fault = fault("127.0.0.1:" + port, Duration.ofSeconds(5));
    assertTrue(fault.getMessage().contains("can't be reached: nothing answers"));
  }

  @Test
  void aNameThatNobodyKnowsIsSaid() {
    var fault = fault("registry.invalid", Duration.ofSeconds(20));
    assertTrue(fault.getMessage().startsWith("registry.invalid can't be found"), fault::getMessage);
  }

  @Test
  void halfAnAnswerIsNoAnswer() {
    var cut =
        fault(
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write("{\"schemaVersion\":".getBytes(UTF_8));
              exchange.getResponseBody().flush();
            });
    assertTrue(cut.getMessage().contains("broke off in the middle"), cut.getMessage());
    var incomplete = fault(FaultyServer.says(200, "application/json", "{\"layers\": [", Map.of()));
    assertTrue(
        incomplete.getMessage().contains("broke off in the middle"), incomplete.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"200", "404"})
  void aWebPageIsNoRegistry(int status) {
    var fault = fault(FaultyServer.says(status, "text/html", "<html>Hello</html>", Map.of()));
    assertTrue(fault.getMessage().contains("not as a registry does"), fault.getMessage());
  }

  @Test
  void aRegistryThatSaysSoHasNone() {
    var missing = FaultyServer.says(404, "application/json", "{\"errors\":[]}", Map.of());
    try (var server = new FaultyServer(missing)) {
      var registry = registry(server.address(), Duration.ofSeconds(10));
      assertEquals(Optional.empty(), registry.image("azureml/azureml_0", "latest"));
    }
  }

  @Test
  void aCertificateThatNobodyKnowsIsNotTrusted() throws Exception {
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ownCertificate()));
    server.start();
    try {
      // Not an address that Docker does without TLS for, and yet this machine.
      String address = "0.0.0.0:" + server.getAddress().getPort();
      var fault = fault(address, Duration.ofSeconds(20));
      assertTrue(fault.getMessage().contains("no certificate that this machine trusts"));
    } finally {
      server.stop(0);
    }
  }

  /** Signed by itself, made by the JDK's own tool. */
  private SSLContext ownCertificate() throws Exception {
    Path file = home.resolve("keys");
    char[] password = "password".toCharArray();
    var tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=nobody",
                "-alias",
                "nobody",
                "-keystore",
                file.toString(),
                "-storepass",
                "password")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, tool.waitFor());
    var keys = KeyStore.getInstance(file.toFile(), password);
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void credentialsDontFollowARedirectToAnotherPlace() throws IOException {
    Files.writeString(home.resolve("config.json"), "{}");
    var seen = new AtomicReference<String>();
    try (var elsewhere =
            new FaultyServer(
                exchange -> {
                  seen.set("asked " + exchange.getRequestHeaders().getFirst("Authorization"));
                  FaultyServer.says(200, "application/json", "{\"created\":\"x\"}", Map.of())
                      .answer(exchange);
                });
        var server = new FaultyServer(FaultyServer.says(500))) {
      Files.writeString(
          home.resolve("config.json"),
          "{\"auths\":{\"%s\":{\"auth\":\"dXNlcjpzM2NyZXQ=\"}}}".formatted(server.address()));
      server.now(
          exchange -> {
            if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
              exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"here\"");
              exchange.sendResponseHeaders(401, -1);
            } else if (exchange.getRequestURI().getPath().contains("/blobs/")) {
              exchange.getResponseHeaders().set("Location", "http://" + elsewhere.address() + "/");
              exchange.sendResponseHeaders(307, -1);
            } else {
              FaultyServer.says(
                      200, "application/json", "{\"config\":{\"digest\":\"sha256:1\"}}", Map.of())
                  .answer(exchange);
            }
          });
      assertTrue(
          registry(server.address(), Duration.ofSeconds(10)).image("a", "latest").isPresent());
    }
    assertEquals("asked null", seen.get());
  }

  @Test
  void refusedCredentialsAreInNoMessage() throws IOException {
    try (var server = new FaultyServer(FaultyServer.says(500))) {
      Files.writeString(
          home.resolve("config.json"),
          "{\"auths\":{\"%s\":{\"auth\":\"dXNlcjpzM2NyZXQ=\"}}}".formatted(server.address()));
      server.now(
          FaultyServer.says(
              401,
              "application/json",
              "s3cret dXNlcjpzM2NyZXQ=",
              Map.of("WWW-Authenticate", "Basic realm=\"s3cret\"")));
      var fault = fault(server.address(), Duration.ofSeconds(10));
      assertTrue(fault.getMessage().contains("refuses the credentials"), fault.getMessage());
      assertFalse(fault.getMessage().contains("s3cret"), fault.getMessage());
      assertFalse(fault.getMessage().contains("dXNlcj"), fault.getMessage());
    }
  }
}
