package io.standstill.detect.longwait;

import io.standstill.detect.evidence.Wait;
import io.standstill.detect.narration.ThreadPortraits;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Describes threads of a scene as they are now. */
final class SceneThreads {
  private final LockScene scene;
  private final List<Thread> threads;
  private final ThreadPortraits portraits;

  SceneThreads(LockScene scene, List<Thread> threads) {
    this.scene = scene;
    this.threads = threads;
    Map<Long, Wait> waits = new HashMap<>();
    for (Thread thread : threads) {
      Wait wait = waitOf(thread);
      if (wait != null) {
        waits.put(Threads.id(thread), wait);
      }
    }
    this.portraits = new ThreadPortraits(scene.evidence(), threads, waits);
  }

  /** The last one is not explained, even if it has just begun to wait for a lock. */
  private Wait waitOf(Thread thread) {
    return scene.followed(thread) != null ? scene.waitOf(thread) : null;
  }

  List<StuckThread> all() {
    List<StuckThread> all = new ArrayList<>();
    for (Thread thread : threads) {
      LockUse wanted = portraits.waitsFor(thread);
      all.add(portraits.of(thread, state(thread), wanted == null ? null : dated(wanted, thread)));
    }
    return all;
  }

  /** Where no hook has announced the wait, the looks know since when they see it. */
  private LockUse dated(LockUse wanted, Thread thread) {
    return wanted.millis() != null
        ? wanted
        : new LockUse(
            wanted.type(),
            wanted.className(),
            wanted.identity(),
            wanted.name(),
            wanted.site(),
            TimeUnit.NANOSECONDS.toMillis(scene.waitedNanos(thread)),
            wanted.owners());
  }

  /** What a thread does, as {@link Activity} says. */
  String activity(Thread thread) {
    return Activity.of(state(thread), portraits.stack(thread));
  }

  private Thread.State state(Thread thread) {
    ThreadFacts facts = portraits.facts(thread);
    return facts == null ? Threads.state(thread) : facts.state();
  }
}
