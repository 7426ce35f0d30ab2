package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WhenQuietTest {

  private static final long AN_HOUR = TimeUnit.HOURS.toMillis(1);

  @Test
  void holdsBackWhatKeepsComingUntilSomebodyCannotWait() {
    List<String> passed = new ArrayList<>();
    var quiet = new WhenQuiet<String>(AN_HOUR, passed::add);
    quiet.submit("one");
    quiet.submit("other");
    quiet.submit("one");
    assertEquals(List.of(), passed);
    quiet.flush();
    assertEquals(Set.of("one", "other"), Set.copyOf(passed));
    quiet.flush();
    assertEquals(2, passed.size());
  }

  @Test
  void passesOnByItselfAndAgainAfterAnotherEdit() throws Exception {
    List<CompletableFuture<String>> passed =
        List.of(new CompletableFuture<>(), new CompletableFuture<>());
    var quiet =
        new WhenQuiet<String>(
            1, key -> passed.stream().filter(it -> !it.isDone()).findFirst().get().complete(key));
    quiet.submit("one");
    assertEquals("one", passed.get(0).get(60, TimeUnit.SECONDS));
    quiet.submit("other");
    assertEquals("other", passed.get(1).get(60, TimeUnit.SECONDS));
  }
}
