package io.standstill.detect.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.MonitorHooks;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StallWatchTest {
  private static final int SITE =
      SiteTable.register(
          new Site("Shop", "serve", "Shop.java", 1, "Shop.lock", null, Site.Kind.MONITOR));

  private final StallWatch watch = new StallWatch(() -> Duration.ofSeconds(10));
  private volatile boolean over;

  /** Written by the sleeper alone. */
  private volatile int turns;

  private Thread sleeper;
  private long seconds = 100;

  @AfterEach
  void end() throws Exception {
    over = true;
    LockSupport.unpark(sleeper);
    sleeper.join();
  }

  @Test
  void tellsAThreadThatHasWaitedWithALockInHand() {
    sleepWith(2);

    assertEquals(Set.of(), look(0));
    assertEquals(Set.of(), look(4));
    assertEquals(Set.of(), look(4));
    assertEquals(Set.of(Threads.id(sleeper)), look(4));
  }

  @Test
  void passesOverOneThatHoldsOnlyWhatItGivesUp() {
    sleepWith(1);

    look(0);
    for (int i = 0; i < 10; i++) {
      assertEquals(Set.of(), look(4));
    }
  }

  @Test
  void beginsAnewWhenTheThreadHasMoved() {
    sleepWith(2);

    look(0);
    look(5);
    wake();
    assertEquals(Set.of(), look(5));
    assertEquals(Set.of(), look(5));
    assertEquals(Set.of(Threads.id(sleeper)), look(5));
  }

  private Set<Long> look(long secondsLater) {
    seconds += secondsLater;
    ThreadSet stalled = watch.look(List.of(sleeper), TimeUnit.SECONDS.toNanos(seconds));
    return stalled.ids();
  }

  /** Takes so many monitors, as far as the journal knows, and parks. */
  private void sleepWith(int monitors) {
    sleeper =
        new Thread(
            () -> {
              while (!over) {
                Object[] locks = new Object[monitors];
                Journal journal = Journals.current();
                for (int i = 0; i < monitors; i++) {
                  locks[i] = new Object();
                  MonitorHooks.held(locks[i], SITE);
                }
                turns = turns + 1;
                LockSupport.park();
                for (Object lock : locks) {
                  MonitorHooks.exited(lock, journal);
                }
              }
            });
    sleeper.start();
    awaitTurn(1);
  }

  private void wake() {
    int next = turns + 1;
    LockSupport.unpark(sleeper);
    awaitTurn(next);
  }

  private void awaitTurn(int turn) {
    while (turns < turn || Threads.state(sleeper) != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
