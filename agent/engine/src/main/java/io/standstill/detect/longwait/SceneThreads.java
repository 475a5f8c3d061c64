package io.standstill.detect.longwait;

import io.standstill.detect.evidence.Wait;
import io.standstill.detect.narration.LockUses;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.detect.waits.Situation;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Frames;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Describes threads of a scene as they are now: the JVM is asked once more, about all at once. */
final class SceneThreads {
  private final LockScene scene;
  private final List<Thread> threads;
  private final Map<Thread, ThreadFacts> details;
  private final LockUses lockUses;

  SceneThreads(LockScene scene, List<Thread> threads) {
    this.scene = scene;
    this.threads = threads;
    this.details = scene.evidence().details(threads);
    Map<Long, Wait> waits = new HashMap<>();
    for (Thread thread : threads) {
      Wait wait = waitOf(thread);
      if (wait != null) {
        waits.put(Threads.id(thread), wait);
      }
    }
    this.lockUses =
        new LockUses(
            new Situation(ThreadSet.of(threads), waits, 0, List.of(), Map.of(), scene.evidence()));
  }

  /** The last one is not explained, even if it has just begun to wait for a lock. */
  private Wait waitOf(Thread thread) {
    return scene.followed(thread) != null ? scene.waitOf(thread) : null;
  }

  List<StuckThread> all() {
    List<StuckThread> all = new ArrayList<>();
    for (Thread thread : threads) {
      Wait wait = waitOf(thread);
      Subject subject = scene.evidence().subject(thread);
      LockUse wanted = wait == null ? null : dated(lockUses.waitsFor(subject, wait), thread);
      all.add(
          new StuckThread(
              Threads.id(thread),
              Threads.name(thread),
              Threads.isVirtual(thread),
              state(thread).name(),
              wanted,
              lockUses.holds(thread, details.get(thread)),
              Frames.text(stack(thread))));
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
    return Activity.of(state(thread), stack(thread));
  }

  private Thread.State state(Thread thread) {
    ThreadFacts facts = details.get(thread);
    return facts == null ? Threads.state(thread) : facts.state();
  }

  private StackTraceElement[] stack(Thread thread) {
    ThreadFacts facts = details.get(thread);
    return facts != null && facts.stack() != null
        ? facts.stack()
        : scene.evidence().subject(thread).stack();
  }
}
