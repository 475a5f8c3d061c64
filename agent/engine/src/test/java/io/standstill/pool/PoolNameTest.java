package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.jvm.ThreadSet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoolNameTest {
  @Test
  void dropsWhatTellsOneThreadFromAnother() {
    assertEquals("pool-1", name("pool-1-thread-1", "pool-1-thread-2"));
    assertEquals("pool-1", name("pool-1-thread-1"));
    assertEquals("order", name("order-1", "order-2"));
    assertEquals("order", name("order-10", "order-11"));
    assertEquals("Timer", name("Timer-0"));
    assertEquals("ForkJoinPool-1", name("ForkJoinPool-1-worker-1", "ForkJoinPool-1-worker-2"));
  }

  @Test
  void keepsANameThatIsAllThereIs() {
    assertEquals("7", name("7"));
    assertEquals("mail", name("mail"));
  }

  @Test
  void saysSoIfThreadsHaveNoNameInCommon() {
    assertEquals("unnamed pool", name("north", "east"));
    assertEquals("unnamed pool", name("", ""));
  }

  private static String name(String... threads) {
    return PoolName.of(ThreadSet.of(Arrays.stream(threads).map(n -> new Thread(n)).toList()));
  }
}
