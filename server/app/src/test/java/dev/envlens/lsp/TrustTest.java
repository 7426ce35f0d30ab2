package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be done, and who may be asked, before and after the person trusts what is open. */
class TrustTest {

  private static final String TRAIN = "name: train\nimage: python:3.11\n";

  @TempDir Path folder;

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  /** A place where an engine might be: it only notices that somebody comes. */
  private static ServerSocketChannel ear(Path socket) throws IOException {
    var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(UnixDomainSocketAddress.of(socket));
    channel.configureBlocking(false);
    return channel;
  }

  private static boolean isAsked(ServerSocketChannel ear) {
    try (var caller = ear.accept()) {
      return caller != null;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyIsAskedBeforeThePersonTrustsWhatIsOpen() throws IOException {
    Path socket = Files.createTempDirectory("envlens").resolve("ear");
    try (var ear = ear(socket);
        var editor =
            Editor.in(
                folder,
                capabilities -> {},
                json("{'dockerHost': 'unix://%s'}".formatted(socket)))) {
      editor.open("environment.yml", TRAIN).edit("environment.yml", "3.11", "3.12");
      assertTrue(editor.lenses("environment.yml").get(0).matches("1 hash \\w{8} · user-managed"));
      assertTrue(editor.hover("environment.yml", "name").contains("No cache has been asked"));
      assertNull(ear.accept());
      assertEquals(List.of(), editor.statuses("environment.yml"));
      assertEquals(false, Files.exists(folder.resolve(".user")));

      editor.trust(true).until("asked", () -> isAsked(ear));
      editor.until("told", () -> editor.state("environment.yml").equals("unknown: local unknown"));

      editor.trust(false);
      assertEquals("unknown: ", editor.state("environment.yml"), "what was said is forgotten");
      editor.until("nobody is asked", () -> !isAsked(ear));
      editor.edit("environment.yml", "3.12", "3.13");
      assertNull(ear.accept());
    }
  }

  @Test
  void aWorkspaceCanNotTrustItself() {
    try (var editor = Editor.in(folder)) {
      for (int i = 0; i < 2; i++) {
        editor
            .remote()
            .getWorkspaceService()
            .didChangeConfiguration(
                new DidChangeConfigurationParams(
                    json(
                        "{'envlens': {'trusted': true, 'dockerHost': 'unix:///x', 'registry': ''}}")));
        editor.settle();
      }
      assertEquals(
          List.of(
              "'envlens.trusted', 'envlens.dockerHost' can't be set by a workspace: only what the"
                  + " editor sends when it starts envlens counts, from its settings for this"
                  + " machine."),
          editor.takeMessages());
    }
  }

  @Test
  void aClientThatKnowsNoScopesMaySendWhatIsInForceAgain() {
    var settings = "{'trusted': true, 'workspace': '%s/a.db'}".formatted(folder);
    try (var editor = Editor.in(folder, capabilities -> {}, json(settings))) {
      editor
          .remote()
          .getWorkspaceService()
          .didChangeConfiguration(
              new DidChangeConfigurationParams(json("{'envlens': %s}".formatted(settings))));
      editor.settle();
      assertEquals(List.of(), editor.takeMessages());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'trusted': 'yes'} | 'envlens.trusted' must be true or false.",
        "{'workspace': 'a.db'} | 'envlens.workspace' must be the absolute path of a database file.",
        "{'workspace': 3} | 'envlens.workspace' must be a text.",
        "{'registry': 'https://a.example'} | 'envlens.registry' must be a registry as in 'host:5000'",
        "{'registry': 'me:secret@a.example'} | 'envlens.registry' must be a registry as in",
        "{'curatedRegistry': 'a b'} | 'envlens.curatedRegistry' must be a registry as in",
        "{'dockerHost': '/run/docker.sock'} | 'envlens.dockerHost' must begin with unix://",
        "{'dockerHost': 'ssh://a'} | 'envlens.dockerHost' must begin with unix://",
        "{'log': 1} | 'envlens.log' must be true or false.",
        "{'envlens': {'trusted': 1}} | 'envlens.trusted' must be true or false.",
      })
  void whatIsWrongIsSaid(String options, String warning) {
    try (var editor = Editor.in(folder, capabilities -> {}, json(options))) {
      var messages = editor.takeMessages();
      assertEquals(1, messages.size(), messages::toString);
      assertTrue(messages.get(0).startsWith(warning), messages.get(0));
      assertTrue(!messages.get(0).contains("secret"), messages.get(0));
    }
  }

  @Test
  void whatIsForTheClientAloneIsNoFault() {
    var options = "{'javaHome': '/j', 'logFile': '/l', 'logLevel': 'debug', 'workspace': null}";
    try (var editor = Editor.in(folder, capabilities -> {}, json(options))) {
      assertEquals(List.of(), editor.takeMessages());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "{'trusted': 1}"})
  void anUnclearWordOfTrustChangesNothing(String params) {
    try (var editor = Editor.in(folder)) {
      editor.notify("envlens/trust", json(params));
      editor.settle();
      assertEquals(
          List.of("envlens/trust takes {\"trusted\": true} or {\"trusted\": false}."),
          editor.takeMessages());
    }
  }
}
