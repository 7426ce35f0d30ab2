package dev.envlens.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyTest {

  @Test
  void theValueIsMadeOnceWhoeverAsks() {
    var made = new AtomicInteger();
    var lazy = new Lazy<>(made::incrementAndGet);
    assertEquals(0, made.get());
    assertEquals(100, IntStream.range(0, 100).parallel().filter(i -> lazy.get().equals(1)).count());
  }
}
