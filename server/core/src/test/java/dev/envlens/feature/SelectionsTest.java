package dev.envlens.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionsTest {

  private static List<String> texts(Pointed pointed) {
    return pointed.selections().stream().map(range -> range.of(pointed.text())).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "environment.yml | {a: {b: ['c<caret>d', e]}, f: g}"
            + " | cd / 'cd' / ['cd', e] / b: ['cd', e] / {b: ['cd', e]} / a: {b: ['cd', e]}"
            + " / {a: {b: ['cd', e]}, f: g}",
        "environment.yml | {a: {b<caret>: c}, d: e} | b / b: c / {b: c} / a: {b: c} / {a: {b: c}, d: e}",
        "environment.yml | {a: &x [b], c: *<caret>x} | *x / c: *x / {a: &x [b], c: *x}",
        "Dockerfile | FROM a;RUN pip ins<caret>tall b;FROM c"
            + " | install / pip install b / RUN pip install b / FROM a;RUN pip install b"
            + " / FROM a;RUN pip install b;FROM c",
        "requirements.txt | a;num<caret>py==1 ; b | numpy==1 / a;numpy==1 ; b",
      })
  void aSelectionGrowsToWhatItStandsIn(String path, String marked, String expected) {
    var pointed = Pointed.in(path, marked.replace(";", "\n"));
    assertEquals(List.of(expected.replace(";", "\n").split(" / ", -1)), texts(pointed));
  }

  @Property(tries = 300)
  void eachHoldsTheOneBeforeAndTheLastIsAll(
      @ForAll String text, @ForAll @IntRange(min = 0, max = 50) int offset) {
    for (String path : new String[] {"a.yml", "Dockerfile", "requirements.txt"}) {
      var chain = Selections.at(Pointed.in(path, text).page(), offset);
      assertEquals(
          new TextRange(0, text.replace("<caret>", "").length()), chain.get(chain.size() - 1));
      for (int i = 1; i < chain.size(); i++) {
        assertTrue(chain.get(i).contains(chain.get(i - 1)));
        assertTrue(chain.get(i).length() > chain.get(i - 1).length());
      }
    }
  }
}
