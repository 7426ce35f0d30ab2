package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodePointOrderTest {

  @Property
  void isTheOrderOfCodePoints(@ForAll("texts") String left, @ForAll("texts") String right) {
    assertEquals(
        Integer.signum(Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray())),
        Integer.signum(new CodePointOrder().compare(left, right)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', 'b', '\uD83D', '\uD83E', '\uDC0D', '\uDC0E', '\uE000', '\uFFFD')
        .ofMaxLength(4);
  }
}
