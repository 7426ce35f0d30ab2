package dev.envlens.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String SHA256 =
      "sha256:ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

  @ParameterizedTest
  @CsvSource({
    "python, docker.io, library/python, , python, docker.io/library/python",
    "python:3.12-slim, docker.io, library/python, 3.12-slim, python:3.12-slim,"
        + " docker.io/library/python:3.12-slim",
    "library/python, docker.io, library/python, , python, docker.io/library/python",
    "docker.io/python:3, docker.io, library/python, 3, python:3, docker.io/library/python:3",
    "index.docker.io/user/app, docker.io, user/app, , user/app, docker.io/user/app",
    "pytorch/pytorch:latest, docker.io, pytorch/pytorch, latest, pytorch/pytorch:latest,"
        + " docker.io/pytorch/pytorch:latest",
    "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20230227.v1, mcr.microsoft.com,"
        + " azureml/openmpi4.1.0-ubuntu22.04, 20230227.v1,"
        + " mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20230227.v1,"
        + " mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20230227.v1",
    "localhost/app, localhost, app, , localhost/app, localhost/app",
    "localhost:5000/a/b:1, localhost:5000, a/b, 1, localhost:5000/a/b:1, localhost:5000/a/b:1",
    "localhost:5000, docker.io, library/localhost, 5000, localhost:5000,"
        + " docker.io/library/localhost:5000",
    "[2001:db8::1]:5000/app:v1, [2001:db8::1]:5000, app, v1, [2001:db8::1]:5000/app:v1,"
        + " [2001:db8::1]:5000/app:v1",
    "192.168.1.1:5000/app, 192.168.1.1:5000, app, , 192.168.1.1:5000/app, 192.168.1.1:5000/app",
    "Reg.example.com/a__b/c---d.e_f, Reg.example.com, a__b/c---d.e_f, ,"
        + " Reg.example.com/a__b/c---d.e_f, Reg.example.com/a__b/c---d.e_f",
    "app:_x.Y-z, docker.io, library/app, _x.Y-z, app:_x.Y-z, docker.io/library/app:_x.Y-z",
  })
  void aNameHasItsParts(
      String text, String host, String repository, String tag, String familiar, String canonical) {
    var image = ok(text);
    assertEquals(host, image.host());
    assertEquals(repository, image.repository());
    assertEquals(tag, image.tag().orElse(null));
    assertEquals(familiar, image.familiar());
    assertEquals(canonical, image.canonical());
    assertFalse(image.hasDigest());
  }

  @ParameterizedTest
  @CsvSource({
    "python, true",
    "python:latest, true",
    "host.io/a/python, true",
    "python:3, false",
    "python@" + SHA256 + ", false",
    "python:latest@" + SHA256 + ", false"
  })
  void aNameFloatsWithoutTagAndDigest(String text, boolean floats) {
    assertEquals(floats, ok(text).isFloating());
  }

  @Test
  void aFixFindsTheParts() {
    String text = "host.io:5000/a/python:3@" + SHA256;
    var image = ok(text);
    assertTrue(image.hasDigest());
    assertEquals("host.io:5000/a/python", image.nameRange().of(text));
    assertEquals("3", image.tagRange().orElseThrow().of(text));
    assertEquals(SHA256, image.digestRange().orElseThrow().of(text));
    assertEquals(SHA256, image.digest().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha384:",
        "sha512:",
        "multihash+base58:",
      })
  void otherDigestAlgorithmsAreKnown(String algorithm) {
    int digits = algorithm.startsWith("sha384") ? 96 : 128;
    assertTrue(ok("app@" + algorithm + "0".repeat(digits)).hasDigest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                 | ''             | The image's name is empty. Name one",
        "'py thon'          | ' '            | has a space in it. Remove it",
        "'python '          | ' '            | has a space in it. Remove it",
        "Python:3           | P              | 'Python:3' has capital letters: an image's name is lower case",
        "Microsoft/App      | Microsoft/A    | has capital letters",
        "x.io/MyApp         | MyA            | has capital letters",
        "https://x.io/app   | https://       | not a URL. Remove 'https://'",
        "docker://python    | docker://      | not a URL",
        "azureml:train:3    | azureml:train:3| registered in Azure ML",
        "azureml://registries/azureml/environments/x/versions/1 "
            + "| azureml://registries/azureml/environments/x/versions/1 | registered in Azure ML",
        "/python            | /              | doesn't begin with '/'",
        "python/            | /              | doesn't end with '/'",
        "x.io//app          | /              | a '/' too many",
        "a//b               | /              | a '/' too many",
        "x.io\\app          | \\             | Write '/' instead",
        "python:            | :              | The tag after ':' is missing",
        "python:3:4         | :4             | two ':'",
        "python:3.12+cpu    | +              | A tag can't hold '+'",
        "python:-3          | -              | A tag can't begin with '-'",
        ":3                 | :              | name before ':' is missing",
        "python@latest      | @latest        | not a digest",
        "python@sha256:abc  | sha256:abc     | has 3 digits, a sha256 digest has 64",
        "python@md9:abc     | md9:abc        | at least 32",
        "python@sha256:ABC  | A              | in lower case",
        "a..b               | ..             | '..' can't stand together",
        "a.-b               | .-             | can't stand together",
        "a___b              | ___            | can't stand together",
        "-a                 | -              | at the edge of a part",
        "x.io/a-/b          | -              | at the edge of a part",
        "a+b                | +              | can't hold '+'",
        "a😀b               | 😀             | can't hold '😀'",
        "-x.io/app          | -x.io          | not a registry's address",
        "[a:b/app           | [a:b           | not a registry's address",
        "x.io:port/app      | :port          | not a port number",
        "x.io:/app          | :              | not a port number",
      })
  void aFaultIsToldWhereItStands(String text, String at, String message) {
    var bad = bad(text);
    assertEquals(at, bad.range().of(text));
    assertTrue(bad.message().contains(message), bad.message());
  }

  @Test
  void lengthsAreLimited() {
    assertEquals("n".repeat(255), ok("x.io/" + "n".repeat(255)).repository());
    assertTrue(bad("x.io/" + "n".repeat(256)).message().contains("256 characters"));
    assertEquals("t".repeat(128), ok("app:" + "t".repeat(128)).tag().orElseThrow());
    assertTrue(bad("app:" + "t".repeat(129)).message().contains("129 characters"));
  }

  @Test
  void anImageIdIsNotAName() {
    assertTrue(bad("f".repeat(64)).message().contains("an image's id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:s3cret@x.io/app",
        "user:s3cret@x.io/app",
        "user:S3cret s3cret@x.io/app",
      })
  void aPasswordIsNotRepeated(String text) {
    assertFalse(bad(text).message().contains("s3cret"));
  }

  @Property
  void anyTextIsReadAndRangesLieInside(
      @ForAll
          @StringLength(max = 40)
          @Chars({'/', ':', '@', '.', '-', '_', '[', ']', ' ', '\n', 'A'})
          @CharRange(from = 'a', to = 'd')
          String text) {
    var whole = new TextRange(0, text.length());
    var parsed = ImageReference.parse(text);
    if (parsed instanceof ParsedImage.Ok ok) {
      assertTrue(whole.contains(ok.reference().nameRange()));
      assertEquals(
          ok.reference().canonical(), ok(ok.reference().canonical()).canonical(), "reads itself");
      assertEquals(ok.reference().canonical(), ok(ok.reference().familiar()).canonical());
    } else {
      assertTrue(whole.contains(((ParsedImage.Bad) parsed).range()));
    }
  }

  private static ImageReference ok(String text) {
    return assertInstanceOf(ParsedImage.Ok.class, ImageReference.parse(text), text).reference();
  }

  private static ParsedImage.Bad bad(String text) {
    return assertInstanceOf(ParsedImage.Bad.class, ImageReference.parse(text), text);
  }
}
