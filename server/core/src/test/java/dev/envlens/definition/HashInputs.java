package dev.envlens.definition;

import dev.envlens.link.ContextEntry;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Any {@link HashInput}, its texts made of the given bits. */
final class HashInputs {

  /** Characters that quoting, sorting or escaping could get wrong. */
  static final List<String> BITS =
      List.of(
          "a",
          "Z",
          "1",
          "=",
          " ",
          "/",
          "\\",
          "\"",
          "\r",
          "\n",
          "\t",
          "\0",
          "\u007F",
          "é",
          "e\u0301",
          "\u2028",
          "\uE000",
          "\uFFFD",
          "\uD83D\uDC0D");

  /** Halves of surrogate pairs. */
  static final List<String> HALVES = List.of("\uD83D", "\uDC0D");

  private final Arbitrary<String> texts;

  HashInputs(List<String> bits) {
    texts = Arbitraries.of(bits).list().ofMaxSize(5).map(list -> String.join("", list));
  }

  Arbitrary<HashInput> all() {
    return Combinators.combine(
            texts.optional(),
            docker().optional(),
            conda().optional(),
            spark().optional(),
            Arbitraries.of("linux", "Linux", "windows", "WINDOWS"))
        .as(HashInput::new);
  }

  private Arbitrary<HashInput.Docker> docker() {
    return Arbitraries.oneOf(
        texts.map(HashInput.Steps::new),
        Combinators.combine(
                texts, Arbitraries.oneOf(texts, Arbitraries.just("Dockerfile")).optional())
            .as(HashInput.RemoteContext::new),
        Combinators.combine(texts, files().list().ofMaxSize(4).uniqueElements(ContextEntry::path))
            .as(HashInput.LocalContext::new));
  }

  private Arbitrary<ContextEntry> files() {
    return Arbitraries.oneOf(
        Combinators.combine(
                texts,
                Arbitraries.of(true, false),
                Arbitraries.longs().between(0, 1L << 52),
                texts.map(HexDigest.SHA_256::of))
            .as(ContextEntry.File::new),
        Combinators.combine(texts, texts).as(ContextEntry.Link::new));
  }

  private Arbitrary<HashInput.Conda> conda() {
    Arbitrary<HashInput.Dependency> dependency =
        Arbitraries.oneOf(texts.map(HashInput.Spec::new), lists().map(HashInput.Pip::new));
    return Combinators.combine(
            lists(), dependency.list().ofMaxSize(4), Arbitraries.maps(texts, texts).ofMaxSize(3))
        .as(HashInput.Conda::new);
  }

  private Arbitrary<HashInput.Spark> spark() {
    return Combinators.combine(lists(), lists(), Arbitraries.of(true, false))
        .as(HashInput.Spark::new);
  }

  private ListArbitrary<String> lists() {
    return texts.list().ofMaxSize(4);
  }
}
