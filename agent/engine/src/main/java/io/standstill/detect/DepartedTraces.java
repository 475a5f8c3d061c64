package io.standstill.detect;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolAccess;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * What threads that have ended leave behind for those who wait: permits that they never gave back,
 * and queues from which they took. Threads are known by name only, objects weakly; bounded.
 */
final class DepartedTraces {
  private static final int LIMIT = 1_000;

  /** Of one object. */
  private static final int MOST_NAMES = 8;

  private record Trace(WeakReference<Object> object, String thread) {}

  /** Apart, because it can be read only once the engine has opened the package. */
  private static final class Queues {
    private static final List<PrivateField> NOT_FULL =
        List.of(
            PrivateField.of(ArrayBlockingQueue.class, "notFull"),
            PrivateField.of(LinkedBlockingQueue.class, "notFull"),
            PrivateField.of(LinkedBlockingDeque.class, "notFull"));
  }

  private final Deque<Trace> permits = new ArrayDeque<>();
  private final Deque<Trace> queues = new ArrayDeque<>();

  /** Takes note of a journal whose thread has ended. */
  void add(Journal journal) {
    Thread thread = journal.get();
    String name = thread == null ? "#" + journal.threadId() : Threads.name(thread);
    for (Holdings.Entry entry : journal.holdings().held()) {
      if (entry != null && entry.lock() instanceof Semaphore) {
        add(permits, entry.lock(), name);
      }
    }
    for (Object queue : PoolAccess.isOpen() ? journal.sources() : List.of()) {
      if (notFull(queue) != null) {
        add(queues, queue, name);
      }
    }
  }

  private static void add(Deque<Trace> traces, Object object, String name) {
    traces.removeIf(trace -> trace.object().refersTo(null));
    if (names(traces, object).size() >= MOST_NAMES) {
      return;
    }
    if (traces.size() >= LIMIT) {
      traces.removeFirst();
    }
    traces.addLast(new Trace(new WeakReference<>(object), name));
  }

  /** The names of those that never gave back a permit of this semaphore. */
  List<String> keepersOf(Object semaphore) {
    return names(permits, semaphore);
  }

  /** The names of those that took from this queue. */
  List<String> takersFrom(Object queue) {
    return names(queues, queue);
  }

  private static List<String> names(Deque<Trace> traces, Object object) {
    List<String> names = new ArrayList<>();
    for (Trace trace : traces) {
      if (trace.object().refersTo(object) && !names.contains(trace.thread())) {
        names.add(trace.thread());
      }
    }
    return names;
  }

  /** Of these queues the one that is full for those who park on this condition, or null. */
  Object queueFullAt(Object condition) {
    for (Trace trace : queues) {
      Object queue = trace.object().get();
      if (queue != null && notFull(queue) == condition) {
        return queue;
      }
    }
    return null;
  }

  private static Object notFull(Object queue) {
    for (PrivateField field : Queues.NOT_FULL) {
      if (field.owner().isInstance(queue)) {
        return field.get(queue);
      }
    }
    return null;
  }
}
