package io.standstill.detect.evidence;

import io.standstill.detect.probe.QueueConditions;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolAccess;
import io.standstill.recorder.Given;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * What threads that have ended leave behind for those who wait: permits that they never gave back,
 * queues from which they took, and what they had given to others. Threads are known by name only,
 * objects weakly.
 */
public final class DepartedTraces {
  private final TraceBook permits = new TraceBook();
  private final TraceBook queues = new TraceBook();
  private final TraceBook given = new TraceBook();
  private final TraceBook givenToClass = new TraceBook();

  /** Takes note of a journal whose thread has ended. */
  void add(Journal journal) {
    Thread thread = journal.get();
    Given gave = journal.given();
    String name = thread != null ? Threads.name(thread) : nameOf(journal, gave);
    for (Holdings.Entry entry : journal.holdings().held()) {
      if (entry != null && entry.lock() instanceof Semaphore) {
        permits.add(entry.lock(), name);
      }
    }
    for (Object queue : PoolAccess.isOpen() ? journal.sources() : List.of()) {
      if (QueueConditions.notFull(queue) != null) {
        queues.add(queue, name);
      }
    }
    if (gave != null) {
      gave.objects().forEach(object -> given.add(object, name));
      gave.classes().forEach(type -> givenToClass.add(type, name));
    }
  }

  private static String nameOf(Journal gone, Given gave) {
    return gave == null ? "#" + gone.threadId() : gave.threadName();
  }

  /** The names of those that never gave back a permit of this semaphore. */
  public List<String> keepersOf(Object semaphore) {
    return permits.of(semaphore);
  }

  /** The names of those that took from this queue. */
  public List<String> takersFrom(Object queue) {
    return queues.of(queue);
  }

  /**
   * The names of those that gave to this object; if nobody did, of those that gave to others of its
   * class, provided that the class is the application's own.
   */
  List<String> giversTo(Object receiver) {
    List<String> givers = new ArrayList<>(given.of(receiver));
    if (givers.isEmpty() && Givers.speaksForItself(receiver.getClass())) {
      givers.addAll(givenToClass.of(receiver.getClass()));
    }
    return givers;
  }

  /** True if more have given to it, or to its like, than are remembered: the next may come. */
  boolean isCrowd(Object receiver) {
    return given.isCrowd(receiver)
        || given.of(receiver).isEmpty() && givenToClass.isCrowd(receiver.getClass());
  }

  /**
   * Of the queues from which they took the one that is full for those who park on this, or null.
   */
  Object queueFullAt(Object condition) {
    return queues.find(queue -> QueueConditions.notFull(queue) == condition);
  }
}
