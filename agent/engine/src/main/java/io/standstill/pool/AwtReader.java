package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import java.util.List;

/** The event queue of AWT and Swing: a pool of one thread. */
final class AwtReader implements PoolReader {
  @Override
  public Object poolOf(Thread thread, TargetSearch search) {
    return AwtEvents.queueOf(thread);
  }

  @Override
  public Pool read(Object queue, List<Thread> workers) {
    List<Object> events = AwtEvents.of(queue);
    return new Pool(queue, ThreadSet.of(workers), events, true, 1, 1, 1, Growth.NONE, false);
  }

  @Override
  public Object termination(Object queue) {
    return null;
  }
}
