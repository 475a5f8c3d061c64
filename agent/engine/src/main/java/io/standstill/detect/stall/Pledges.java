package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.probe.BusyTime;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import io.standstill.release.TaskName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Who is about to let waiting threads go on, told from the code of what threads run and of what
 * waits in the queues of pools. Bounded in time: who is not asked is not known to have pledged
 * anything, and nothing will be said.
 */
final class Pledges {
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int MOST_TASKS = 1_000;

  private final Pools pools;
  private final Outlook outlook;
  private final Map<Object, List<GateWaits.Spell>> byPlace = new IdentityHashMap<>();
  private final BusyTime busy = new BusyTime();

  Pledges(Pools pools, Outlook outlook) {
    this.pools = pools;
    this.outlook = outlook;
  }

  /** Notes the pledges of all there are, for these waits. */
  void ask(List<GateWaits.Waiting> waits, Collection<Thread> threads) {
    for (GateWaits.Waiting wait : waits) {
      byPlace
          .computeIfAbsent(wait.awaited().place(), unused -> new ArrayList<>())
          .add(wait.spell());
    }
    for (Thread thread : threads) {
      Object work = isOver() || Outlook.isAgents(thread) ? null : outlook.workOf(thread);
      if (work != null && promises(Releases.of(work))) {
        StackTraceElement[] stack = outlook.stackOf(thread);
        note(Releases.of(work, stack), work, Threads.name(thread));
      }
    }
    for (Pool pool : pools.all()) {
      int count = 0;
      for (Object task : pool.queued()) {
        if (isOver() || ++count > MOST_TASKS) {
          break;
        }
        note(Releases.of(task), task, TaskName.of(task));
      }
    }
  }

  private boolean isOver() {
    return busy.nanos() > LONGEST_NANOS;
  }

  private boolean promises(List<Released> released) {
    return released.stream().anyMatch(each -> each.isPromised() && spells(each) != null);
  }

  private void note(List<Released> released, Object task, String who) {
    for (Released each : released) {
      List<GateWaits.Spell> spells = each.isPromised() ? spells(each) : null;
      if (spells != null) {
        Pledge pledge = Pledge.of(task, who, each.place());
        spells.forEach(spell -> spell.add(pledge, task));
      }
    }
  }

  private List<GateWaits.Spell> spells(Released released) {
    Object place = Awaited.placeOf(released.object());
    return place == null ? null : byPlace.get(place);
  }
}
