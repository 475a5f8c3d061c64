package io.standstill.pool;

import io.standstill.jvm.ThreadContainer;
import java.util.List;

/** Reads one kind of pool: one kind, one file. */
interface PoolReader {
  /** The pool that this thread was made to work for, or null. */
  Object poolOf(Thread thread, TargetSearch search);

  /** The pool whose virtual threads these are, or null. */
  default Object poolOf(ThreadContainer container, TargetSearch search) {
    return null;
  }

  /** True for a pool of this kind that has threads, and may have wrapped what they run. */
  default boolean employs(Object executor) {
    return false;
  }

  /** What is to be seen of a pool that {@code poolOf} returned, for these of its workers. */
  Pool read(Object pool, List<Thread> workers);

  /** What those park on who wait for the end of the pool, or null if nobody can. */
  Object termination(Object pool);

  /** All kinds of the JDK. */
  static List<PoolReader> all() {
    return List.of(
        new ExecutorReader(),
        new ForkJoinReader(),
        new TimerReader(),
        new ThreadPerTaskReader(),
        new AwtReader());
  }
}
