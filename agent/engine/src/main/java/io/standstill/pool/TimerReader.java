package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import java.util.ArrayList;
import java.util.List;

/** {@code java.util.Timer}: a pool of one thread, whose tasks lie in a heap that starts at 1. */
final class TimerReader implements PoolReader {
  private static final String THREAD = "java.util.TimerThread";
  private static final PrivateField QUEUE = PrivateField.of(THREAD, "queue");
  private static final PrivateField TASKS = PrivateField.of("java.util.TaskQueue", "queue");

  @Override
  public Object poolOf(Thread thread, TargetSearch search) {
    return QUEUE.owner().isInstance(thread) ? QUEUE.get(thread) : null;
  }

  @Override
  public Pool read(Object queue, List<Thread> workers) {
    List<Object> tasks = new ArrayList<>();
    for (Object task : (Object[]) TASKS.get(queue)) {
      if (task != null) {
        tasks.add(task);
      }
    }
    return new Pool(queue, ThreadSet.of(workers), tasks, true, 1, 1, 1, Growth.NONE, false);
  }

  @Override
  public Object termination(Object queue) {
    return null;
  }
}
