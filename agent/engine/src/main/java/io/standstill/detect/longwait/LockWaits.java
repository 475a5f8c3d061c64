package io.standstill.detect.longwait;

import io.standstill.detect.probe.ParkBlocker;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.detect.probe.ThreadProbe;
import io.standstill.detect.probe.WaitQueue;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Journals;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits for a lock, followed from look to look: a thread that is in the very same wait as in
 * the look before has waited all the time in between. Threads are remembered by id.
 *
 * <p>Two sightings are the same wait if the thread has the same node in the queue of a
 * synchronizer; if its journal has announced the wait and has not moved; or, for a monitor that no
 * hook announces, if the JVM has not counted one more wait. Who was woken and finds that another
 * has come first will wait again; until it has the lock or gives up, that is the same wait too.
 */
final class LockWaits {
  /**
   * One wait.
   *
   * @param queue the synchronizer in whose queue the thread is; null if in none
   * @param sinceNanos steady time of the first look that surely saw it
   * @param isNew whether no earlier look saw it
   * @param settled whether an earlier look saw it too
   * @param proven whether it is surely one wait, and not several of the same look
   */
  record Followed(
      LockWaitKey key,
      WeakReference<Object> queue,
      long sinceNanos,
      boolean isNew,
      boolean settled,
      boolean proven) {}

  /**
   * A thread that waits, in one look.
   *
   * @param queue the synchronizer in whose queue it is, or null
   * @param woken whether it runs at the moment, and has not got the lock
   */
  private record Sighting(Thread thread, LockWaitKey key, Object queue, boolean woken) {
    Sighting counted(long episodes) {
      return new Sighting(thread, key.counted(episodes), queue, woken);
    }
  }

  /**
   * Who waits for a lock at one moment.
   *
   * @param threads all of them
   * @param woken those that run nevertheless, with what they are queued for; null for a monitor
   */
  record Waiters(ThreadSet threads, Map<Thread, Object> woken) {}

  private Map<Long, Followed> followed = new HashMap<>();

  /**
   * Looks who waits for a lock now.
   *
   * @param now steady time
   */
  Waiters look(Collection<Thread> threads, ThreadProbe probe, long now) {
    WaitQueue.Index queues = new WaitQueue.Index();
    ThreadSet waiters = new ThreadSet();
    ThreadSet uncounted = new ThreadSet();
    Map<Long, Sighting> sightings = new HashMap<>();
    for (Thread thread : threads) {
      long id = Threads.id(thread);
      Followed before = followed.get(id);
      Sighting sighting = before == null ? null : again(thread, before, queues);
      sighting = sighting == null ? sighting(thread, queues) : sighting;
      if (sighting != null) {
        waiters.add(thread);
        sightings.put(id, sighting);
        if (sighting.key.isUncounted() && before != null) {
          uncounted.add(thread);
        }
      }
    }
    count(uncounted, probe, sightings);
    Map<Long, Followed> seen = new HashMap<>();
    Map<Thread, Object> woken = new IdentityHashMap<>();
    sightings.forEach(
        (id, sighting) -> {
          seen.put(id, follow(followed.get(id), sighting, now));
          if (sighting.woken) {
            woken.put(sighting.thread, sighting.queue);
          }
        });
    followed = seen;
    return new Waiters(waiters, woken);
  }

  private static void count(ThreadSet uncounted, ThreadProbe probe, Map<Long, Sighting> sightings) {
    if (!uncounted.isEmpty()) {
      probe
          .waits(uncounted.threads())
          .forEach(
              (thread, facts) ->
                  sightings.computeIfPresent(
                      Threads.id(thread), (id, sighting) -> sighting.counted(facts.episodes())));
    }
  }

  private static Followed follow(Followed before, Sighting sighting, long now) {
    LockWaitKey key = sighting.key;
    if (before == null || !key.mayBe(before.key)) {
      WeakReference<Object> queue =
          sighting.queue == null ? null : new WeakReference<>(sighting.queue);
      return new Followed(key, queue, now, true, false, false);
    }
    boolean firstCount = !key.isUncounted() && before.key.isUncounted();
    boolean proven = key.isProof();
    long since = firstCount ? now : before.sinceNanos;
    return new Followed(key, before.queue, since, false, !firstCount, proven);
  }

  /**
   * The same wait as before, or null if that is over or cannot be told. Who waits for a monitor
   * counts as blocked until it has entered, unless it is a virtual thread.
   */
  private static Sighting again(Thread thread, Followed before, WaitQueue.Index queues) {
    Thread.State state = Threads.state(thread);
    boolean runs = state == Thread.State.RUNNABLE;
    Object queue = before.queue == null ? null : before.queue.get();
    boolean same =
        queue == null
            ? runs
                && Threads.isVirtual(thread)
                && before.key.equals(LockWaitKey.ofMonitor(Subject.of(thread, null)))
            : (runs || ParkBlocker.of(thread, state) == queue)
                && queues.node(thread, queue) == before.key.node();
    return same ? new Sighting(thread, before.key, queue, runs) : null;
  }

  private static Sighting sighting(Thread thread, WaitQueue.Index queues) {
    Thread.State state = Threads.state(thread);
    if (state == Thread.State.BLOCKED) {
      return new Sighting(thread, LockWaitKey.ofMonitor(Subject.of(thread, null)), null, false);
    }
    Object parkedOn = ParkBlocker.of(thread, state);
    if (Synchronizers.isLock(parkedOn)) {
      int node = queues.node(thread, parkedOn);
      return node == 0
          ? null
          : new Sighting(thread, LockWaitKey.ofQueue(parkedOn, node), parkedOn, false);
    }
    LockWaitKey foreign = LockWaitKey.ofForeignLock(Journals.of(Threads.id(thread)));
    return foreign == null ? null : new Sighting(thread, foreign, null, false);
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
