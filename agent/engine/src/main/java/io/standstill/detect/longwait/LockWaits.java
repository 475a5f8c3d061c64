package io.standstill.detect.longwait;

import io.standstill.detect.probe.ParkBlocker;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.detect.probe.ThreadProbe;
import io.standstill.detect.probe.WaitQueue;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits for a lock, followed from look to look: a thread that is in the very same wait as in
 * the look before has waited all the time in between. Threads are remembered by id.
 *
 * <p>Two sightings are the same wait if the thread has the same node in the queue of a
 * synchronizer; if its journal has announced the wait and has not moved; or, for a monitor that no
 * hook announces, if the JVM has not counted one more wait.
 */
final class LockWaits {
  private static final long NOT_ASKED = -2;

  /**
   * One wait.
   *
   * @param sinceNanos steady time of the first look that surely saw it
   * @param isNew whether no earlier look saw it
   * @param settled whether an earlier look saw it too
   * @param proven whether it is surely one wait, and not several of the same look
   */
  record Followed(Key key, long sinceNanos, boolean isNew, boolean settled, boolean proven) {}

  /** What tells one wait from the next, as numbers only. */
  private record Key(int lock, int node, int moves, long episodes) {
    boolean isCounted() {
      return episodes >= 0;
    }

    boolean mayBe(Key earlier) {
      return lock == earlier.lock
          && node == earlier.node
          && moves == earlier.moves
          && (earlier.episodes == NOT_ASKED || episodes == earlier.episodes);
    }
  }

  private Map<Long, Followed> followed = new HashMap<>();

  /**
   * Looks who waits for a lock now.
   *
   * @param now steady time
   */
  ThreadSet look(Collection<Thread> threads, ThreadProbe probe, long now) {
    WaitQueue.Index queues = new WaitQueue.Index();
    ThreadSet waiters = new ThreadSet();
    ThreadSet uncounted = new ThreadSet();
    Map<Long, Key> keys = new HashMap<>();
    for (Thread thread : threads) {
      Key key = key(thread, queues);
      if (key != null) {
        long id = Threads.id(thread);
        waiters.add(thread);
        keys.put(id, key);
        if (key.episodes == NOT_ASKED && followed.containsKey(id)) {
          uncounted.add(thread);
        }
      }
    }
    count(uncounted, probe, keys);
    Map<Long, Followed> seen = new HashMap<>();
    keys.forEach((id, key) -> seen.put(id, follow(followed.get(id), key, now)));
    followed = seen;
    return waiters;
  }

  private static void count(ThreadSet uncounted, ThreadProbe probe, Map<Long, Key> keys) {
    if (!uncounted.isEmpty()) {
      probe
          .waits(uncounted.threads())
          .forEach(
              (thread, facts) ->
                  keys.computeIfPresent(
                      Threads.id(thread),
                      (id, key) -> new Key(key.lock, key.node, key.moves, facts.episodes())));
    }
  }

  private static Followed follow(Followed before, Key key, long now) {
    if (before == null || !key.mayBe(before.key)) {
      return new Followed(key, now, true, false, false);
    }
    boolean firstCount = key.isCounted() && before.key.episodes == NOT_ASKED;
    boolean proven = key.node != 0 || key.isCounted();
    return new Followed(key, firstCount ? now : before.sinceNanos, false, !firstCount, proven);
  }

  private static Key key(Thread thread, WaitQueue.Index queues) {
    Thread.State state = Threads.state(thread);
    if (state == Thread.State.BLOCKED) {
      return ofMonitor(Subject.of(thread, null));
    }
    Object parkedOn = ParkBlocker.of(thread, state);
    if (Synchronizers.isLock(parkedOn)) {
      int node = queues.node(thread, parkedOn);
      return node == 0 ? null : new Key(System.identityHashCode(parkedOn), node, 0, 0);
    }
    return ofForeignLock(Journals.of(Threads.id(thread)));
  }

  /** An announced wait is one wait as long as the journal does not move. */
  private static Key ofMonitor(Subject subject) {
    int moves = subject.journal() == null ? -1 : subject.journal().moves();
    Holdings.Entry announced = subject.pending(Site.Kind.MONITOR);
    return announced == null
        ? new Key(0, 0, moves, NOT_ASKED)
        : new Key(0, announced.site(), moves, 0);
  }

  /** Whether it is really waited for, the stack decides once it matters. */
  private static Key ofForeignLock(Journal journal) {
    if (journal == null || !journal.isBusy()) {
      return null;
    }
    Holdings holdings = journal.holdings();
    if (holdings.foreign().isEmpty()) {
      return null;
    }
    Holdings.Entry wanted = holdings.foreign().get(0);
    return new Key(System.identityHashCode(wanted.lock()), wanted.site(), wanted.tick(), 0);
  }

  /** Of these waiters the ones that have waited for longest, at most so many. */
  ThreadSet longest(ThreadSet waiters, int most) {
    if (waiters.size() <= most) {
      return waiters;
    }
    List<Thread> byPatience = new ArrayList<>(waiters.threads());
    byPatience.sort(Comparator.comparingLong(waiter -> of(waiter).sinceNanos()));
    return ThreadSet.of(byPatience.subList(0, most));
  }

  /** The wait of a thread that waits for a lock, or null if it does not. */
  Followed of(Thread thread) {
    return followed.get(Threads.id(thread));
  }

  /** True if an earlier look saw the thread in the same wait for a lock. */
  boolean isSettled(Thread thread) {
    Followed wait = of(thread);
    return wait != null && wait.settled();
  }
}
