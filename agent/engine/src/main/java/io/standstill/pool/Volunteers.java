package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.release.Release;
import io.standstill.release.Releases;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Threads that were seen to take tasks out of the queue of a pool and are none of its workers. One
 * counts among these while it may come again: it has code ahead of it that takes from a queue, or
 * runs tasks of other pools, of which the next may do so. Whoever has done so once, and has gone on
 * to something else, would keep a deadlock of the pool from being told for as long as he lives. But
 * code may be hidden: while such a one may get on by himself, what is told of the pool is no more
 * than {@code possible}.
 */
final class Volunteers {
  /** If there are more, all of them count: each stack stops its thread for a moment. */
  private static final int MOST_STACKS = 50;

  /** Who was seen to take from a queue. */
  private final Map<Object, ThreadSet> takers = new IdentityHashMap<>();

  /** The queues of pools among them. */
  private final Map<Object, Boolean> ofPools = new IdentityHashMap<>();

  private final Predicate<Thread> employed;
  private final Function<String, Class<?>> loadedClass;

  /**
   * @param byHistory queues and who was seen to take from them
   * @param employed true for a thread that works for some pool
   * @param loadedClass finds a loaded class by its name, or null
   */
  Volunteers(
      Collection<Pool> byHistory,
      Predicate<Thread> employed,
      Function<String, Class<?>> loadedClass) {
    this.employed = employed;
    this.loadedClass = loadedClass;
    byHistory.forEach(queue -> takers.put(queue.executor(), queue.workers()));
  }

  /** The same pool with those who may come again. */
  Pool join(Pool pool) {
    Object queue = ExecutorFields.queue(pool.executor());
    ThreadSet all = takers.get(queue);
    if (all == null) {
      return pool;
    }
    ofPools.put(queue, true);
    ThreadSet expected = new ThreadSet();
    Growth growth = pool.growth();
    for (Thread taker : all) {
      if (!pool.workers().contains(taker) && growth == Growth.NONE) {
        growth = Growth.BY_SUBMISSION; // Others may come to it as this one did.
      }
      if (all.size() > MOST_STACKS || mayComeAgain(taker)) {
        expected.add(taker);
      } else if (mayGetOn(taker)) {
        growth = Growth.BY_ANYONE;
      }
    }
    return pool.joinedBy(expected, growth);
  }

  /** True for the queue of a pool that was joined. */
  boolean isOfPool(Pool queue) {
    return ofPools.containsKey(queue.executor());
  }

  private boolean mayComeAgain(Thread taker) {
    return employed.test(taker)
        || Releases.of(Threads.stack(taker), loadedClass).stream()
            .anyMatch(ahead -> ahead.kind() == Release.Kind.TAKE);
  }

  private static boolean mayGetOn(Thread taker) {
    Thread.State state = Threads.state(taker);
    return state == Thread.State.RUNNABLE || state == Thread.State.TIMED_WAITING;
  }
}
