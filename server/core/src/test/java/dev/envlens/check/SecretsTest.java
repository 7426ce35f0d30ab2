package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://ada:hunter2@example.org/simple            | https://ada:***@example.org/simple
          --index-url https://ada:hunter2@example.org/a b   | --index-url https://ada:***@example.org/a b
          git+https://ghp_0123456789@github.com/a/b.git     | git+https://***@github.com/a/b.git
          https://hunter2:@example.org                      | https://***:@example.org
          https://hunter2:x-oauth-basic@github.com/a        | https://***:x-oauth-basic@github.com/a
          https://ada:hun/ter2@example.org/a                | https://ada:***@example.org/a
          https://ada:hun@ter2@example.org/a                | https://ada:***@example.org/a
          https://ada:hun#ter@example.org/a                 | https://ada:***@example.org/a
          https://conda.anaconda.org/t/ab-12345678/team     | https://conda.anaconda.org/t/***/team
          https://x.blob.core.windows.net/c?sv=1&sig=a%2Fb= | https://x.blob.core.windows.net/c?sv=1&sig=***
          ?sig=abc&se=2024                                  | ?sig=***&se=2024
          https://example.org/a.whl?token=abc#egg=a         | https://example.org/a.whl?token=***#egg=a
          https://a:b1@x.org https://c:d1@y.org             | https://a:***@x.org https://c:***@y.org
          echo ghp_0123456789abcdefghijABCDEFGHIJ012345;    | echo ***;
          glpat-0123456789abcdefghij                        | ***
          hf_0123456789abcdefghijABCDEFGHIJ0123             | ***
          password: hunter2                                 | password: ***
          "password": "hunter2",                            | "password": "***",
          {password: hunter2, address: a}                   | {password: ***, address: a}
          password: hunter2 # of Ada                        | password: *** # of Ada
          https://u:p@ss/SEKRET@x/foo.whl                   | https://u:***@x/foo.whl
          https://u:p@s.s/SEKRET@x.io/foo.whl               | https://u:***@x.io/foo.whl
          git+https://u:p1@github.com/a/b.git@v1.0          | git+https://u:***@github.com/a/b.git@v1.0
          https://abcdefPATtoken01@example.org/a            | https://***@example.org/a
          https://hunter@pkgs.dev.azure.com/org/_packaging  | https://***@pkgs.dev.azure.com/org/_packaging
          https://hunter@org.pkgs.visualstudio.com/x        | https://***@org.pkgs.visualstudio.com/x
          ada:SEKRET@reg.io/x:1                             | ada:***@reg.io/x:1
          image: ada:SE:KRET@localhost:5000/x               | image: ada:***@localhost:5000/x
          AccountName=a;AccountKey=Zm9v+/8==;Suffix=b       | AccountName=a;AccountKey=***;Suffix=b
          "SharedAccessSignature=sv=1&sig=a"                | "SharedAccessSignature=***"
          curl -H "Authorization: Bearer abc" https://x.io  | curl -H "Authorization: Bearer ***" https://x.io
          Authorization: Basic YWRhOmI=                     | Authorization: Basic ***
          {"Authorization": "Bearer abc"}                   | {"Authorization": "Bearer ***"}
          AZURE_STORAGE_KEY: abc                            | AZURE_STORAGE_KEY: ***
          ENV X_TOKEN=abc Y=1                               | ENV X_TOKEN=*** Y=1
          ENV APISECRET="a b" Y=1                           | ENV APISECRET="***" Y=1
          accessToken: abc                                  | accessToken: ***
          DB_PASSWORD=a,b"c                                 | DB_PASSWORD=***
          {"dockerfile":"ENV PASSWORD=SEKRET"},"form":1}    | {"dockerfile":"ENV PASSWORD=***"},"form":1}
          {"a":"ENV PASSWORD='SEKRET"},"form":1}            | {"a":"ENV PASSWORD='***"},"form":1}
          {"a":"PASSWORD=\\"S T\\"","form":1}               | {"a":"PASSWORD=\\"***\\"","form":1}
          {"a":"PASSWORD=S\\\\","form":1}                   | {"a":"PASSWORD=***","form":1}
          {"a":["password: S"],"form":1}                    | {"a":["password: ***"],"form":1}
          """)
  void masksSecrets(String text, String masked) {
    assertEquals(masked, Secrets.mask(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://example.org/simple",
        "https://example.org:8080/a@v1.0",
        "git+ssh://git@github.com/a/b.git@v1",
        "git@github.com:a/b.git",
        "https://ada@dev.azure.com/ada/p/_git/r",
        "https://abcdefORG0123456@dev.azure.com/abcdefORG0123456/p/_git/r",
        "https://feed@pkgs.dev.azure.com/org/_packaging/feed/pypi/simple",
        "https://VssSessionToken@pkgs.dev.azure.com/org/_packaging/feed/pypi/simple",
        "ssh://abcdefPATtoken0123456789@example.org/a.git",
        "reg.io:5000/a:1@sha256:0123",
        "a:1 @reg.io/x",
        "unknown-key: a",
        "monkey: a",
        "ENV X_TOKEN=${TOKEN}",
        "ENV X_TOKEN={{ token }}",
        "Authorization: Bearer $TOKEN",
        "AccountKey=${KEY}",
        "https://ada:${TOKEN}@example.org",
        "https://${USER}:${TOKEN}@example.org",
        "https://ada:{{ token }}@example.org",
        "https://ada:***@example.org",
        "https://example.org/t/main/x",
        "https://conda.anaconda.org/t/<TOKEN>/team",
        "https://conda.anaconda.org/t/${CONDA_TOKEN}/team",
        "https://x.org/c?sig=${SIG}",
        "https://x.org/c?config=abc&design=abc",
        "numpy==1.2; python_version>='3.8'",
        "python:3.11@sha256:0123",
        "password:",
        "password: ${PASSWORD}",
        "\"password\": null",
        "passwords: a"
      })
  void leavesTheRestAlone(String text) {
    assertEquals(text, Secrets.mask(text));
    assertEquals(List.of(), Secrets.in(text));
  }

  @Test
  void aKeyCalledPasswordIsMaskedButNoFindingByItself() {
    assertEquals(List.of(), Secrets.in("password: hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccountKey=Zm9v", "SharedAccessSignature=a", "ada:hunter2@reg.io/x:1"})
  void connectionsAndImagesHoldSecretsThatAreFound(String text) {
    assertEquals(1, Secrets.in(text).size());
  }

  @Property
  void maskingTwiceChangesNothing(@ForAll String text) {
    String masked = Secrets.mask("https://" + text + "@x ?sig=" + text);
    assertEquals(masked, Secrets.mask(masked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a:b",
        "?sig=",
        "password:'",
        "password: ",
        "https://{{",
        "=",
        "/t/",
        "://a:/@",
        ";sig=",
        "a:b@",
        "a:b@c.d/",
        "AccountKey=",
        "X_TOKEN=\\\"",
        "X_TOKEN=\"\\",
        "X_KEY: {{",
        "X_KEY={{"
      })
  void takesLinearTime(String part) {
    String text = part.repeat(200_000);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Secrets.mask(text));
  }
}
