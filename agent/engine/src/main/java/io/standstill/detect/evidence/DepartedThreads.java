package io.standstill.detect.evidence;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * What threads still held when they ended: the only trace of where they took it. Bounded, and weak
 * on both sides.
 */
public final class DepartedThreads {
  private static final int LIMIT = 1_000;

  private record Leftover(
      WeakReference<Thread> thread, WeakReference<Object> lock, int site, int tick) {}

  private final Deque<Leftover> leftovers = new ArrayDeque<>();
  private final DepartedTraces traces = new DepartedTraces();

  /** Takes note of a journal whose thread has ended. */
  public void add(Journal journal) {
    traces.add(journal);
    Thread thread = journal.get();
    if (thread == null) {
      return;
    }
    for (Holdings.Entry entry : journal.holdings().held()) {
      if (entry != null) {
        leftovers.addLast(
            new Leftover(
                new WeakReference<>(thread),
                new WeakReference<>(entry.lock()),
                entry.site(),
                entry.tick()));
      }
    }
    while (leftovers.size() > LIMIT) {
      leftovers.removeFirst();
    }
  }

  /** What matters to waits that have no owner. */
  public DepartedTraces traces() {
    return traces;
  }

  void forEach(BiConsumer<Thread, Holdings.Entry> consumer) {
    leftovers.removeIf(left -> left.thread().get() == null || left.lock().get() == null);
    for (Leftover left : leftovers) {
      Thread thread = left.thread().get();
      Object lock = left.lock().get();
      if (thread != null && lock != null) {
        consumer.accept(thread, new Holdings.Entry(lock, left.site(), left.tick(), 0));
      }
    }
  }
}
