package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.jvm.Threads;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimerReaderTest {
  private static TimerTask task(Runnable body) {
    return new TimerTask() {
      @Override
      public void run() {
        body.run();
      }
    };
  }

  @Test
  void isAPoolOfOneThread() throws Exception {
    Timer timer = new Timer("alarm", true);
    try (Held held = Held.by(body -> timer.schedule(task(body), 0), 1)) {
      TimerTask later = task(held);
      TimerTask last = task(held);
      timer.schedule(later, 3_600_000);
      timer.schedule(last, 7_200_000);

      Pool seen =
          Pools.of(Threads.all()).all().stream()
              .filter(pool -> pool.name().equals("alarm"))
              .findFirst()
              .orElseThrow();

      assertEquals(List.of(later, last), seen.queued());
      assertEquals(1, seen.workers().size());
      assertEquals(Growth.NONE, seen.growth());
    } finally {
      timer.cancel();
    }
  }
}
