package io.standstill.recorder;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.vm.annotation.DontInline;

/**
 * The queues that a thread takes from: the last few, held weakly. Only the owner of the journal
 * writes it, with plain stores; it is read racily.
 */
final class Sources {
  private static final int MOST = 4;

  private final Source[] known = new Source[MOST];
  private int oldest;

  private static final class Source extends WeakReference<Object> {
    Source(Object queue) {
      super(queue);
    }
  }

  /** The owner takes from this queue, as it does most of the time. */
  void note(Object queue) {
    Source first = known[0];
    if (first == null || !first.refersTo(queue)) {
      search(queue);
    }
  }

  @DontInline
  private void search(Object queue) {
    for (Source source : known) {
      if (source != null && source.refersTo(queue)) {
        return;
      }
    }
    try {
      known[oldest] = new Source(queue);
      oldest = (oldest + 1) % MOST;
    } catch (OutOfMemoryError full) {
      return;
    }
  }

  /** Those that still exist. */
  List<Object> queues() {
    List<Object> queues = new ArrayList<>();
    for (Source source : known) {
      Object queue = source == null ? null : source.get();
      if (queue != null) {
        queues.add(queue);
      }
    }
    return queues;
  }
}
