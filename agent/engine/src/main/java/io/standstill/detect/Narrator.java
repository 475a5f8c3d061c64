package io.standstill.detect;

import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.StuckThread;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Turns a situation into a finding. */
final class Narrator {
  private final Situation situation;
  private final LockUses lockUses;

  Narrator(Situation situation) {
    this.situation = situation;
    this.lockUses = new LockUses(situation);
  }

  Finding tell(String id) {
    boolean classInit = hasWaitOf("class-init");
    return new Finding(
        Instant.now(),
        id,
        classInit ? Kind.CLASS_INIT_DEADLOCK : Kind.DEADLOCK,
        situation.certainty(),
        new Summary(situation).sentence(),
        threads(),
        situation.behind(),
        situation.isPassing() ? endsInMillis() : null,
        null,
        new Advice(situation).sentence());
  }

  private boolean hasWaitOf(String type) {
    return situation.waits().values().stream().anyMatch(wait -> wait.type().equals(type));
  }

  private List<StuckThread> threads() {
    Map<Thread, ThreadFacts> details = situation.evidence().details(situation.waits().keySet());
    List<StuckThread> threads = new ArrayList<>();
    for (Thread member : situation.members()) {
      Wait wait = situation.waits().get(member);
      threads.add(wait == null ? ended(member) : stuck(member, wait, details.get(member)));
    }
    return threads;
  }

  private StuckThread stuck(Thread thread, Wait wait, ThreadFacts details) {
    Subject subject = situation.evidence().subject(thread);
    StackTraceElement[] stack =
        details != null && details.stack() != null ? details.stack() : subject.stack();
    return new StuckThread(
        Threads.id(thread),
        Threads.name(thread),
        Threads.isVirtual(thread),
        subject.state().name(),
        lockUses.waitsFor(subject, wait),
        lockUses.holds(thread, details),
        Frames.text(stack));
  }

  private StuckThread ended(Thread thread) {
    return new StuckThread(
        Threads.id(thread),
        Threads.name(thread),
        Threads.isVirtual(thread),
        Thread.State.TERMINATED.name(),
        null,
        lockUses.leftBehindBy(thread),
        List.of());
  }

  /** When the first timed wait gives up; -1 if no journal knows. */
  private long endsInMillis() {
    long soonest = -1;
    for (Map.Entry<Thread, Wait> entry : situation.waits().entrySet()) {
      Holdings journal = situation.evidence().subject(entry.getKey()).journal();
      if (entry.getValue().timed()
          && journal != null
          && journal.pending() != null
          && journal.timeoutNanos() > 0) {
        long waited = (long) (Clock.now() - journal.pending().tick()) * Clock.TICK_MILLIS;
        long left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(journal.timeoutNanos()) - waited);
        soonest = soonest < 0 ? left : Math.min(soonest, left);
      }
    }
    return soonest;
  }
}
