package io.standstill.detect.evidence;

import io.standstill.jvm.ThreadSet;
import io.standstill.recorder.Given;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has signalled or fed objects that others wait for, by the journals: an index over one moment.
 * Many objects are used but once, so of classes of the application's own it also counts who has
 * done so for others of the class.
 */
public final class Givers {
  private final DepartedTraces departed;
  private final List<Journal> alive = new ArrayList<>();

  /**
   * What is known of an object.
   *
   * @param ended names of threads that gave to it and have ended
   * @param alive threads that gave to it, or may have
   * @param any whether somebody is known to have done so
   * @param crowd whether there were more that have ended than are remembered
   */
  public record Known(List<String> ended, ThreadSet alive, boolean any, boolean crowd) {}

  /** Reads the journals of all threads, and what is left of those that have ended. */
  public Givers(DepartedTraces departed) {
    this.departed = departed;
    for (Journal journal : Journals.all()) {
      Thread thread = journal.given() == null ? null : journal.get();
      if (thread != null && thread.isAlive()) {
        alive.add(journal);
      }
    }
  }

  /** True for a class that has one purpose, unlike a plain object or a queue. */
  static boolean speaksForItself(Class<?> type) {
    return type.getClassLoader() != null;
  }

  /** Who has given to this object, or null. */
  public Known of(Object receiver) {
    Class<?> type = receiver.getClass();
    List<String> ended = departed.giversTo(receiver);
    ThreadSet threads = new ThreadSet();
    boolean any = !ended.isEmpty();
    for (Journal journal : alive) {
      Given given = journal.given();
      boolean surely = given.isTo(receiver) || speaksForItself(type) && given.isToClass(type);
      Thread thread = surely || given.mayBeTo(receiver) ? journal.get() : null;
      if (thread != null) {
        threads.add(thread);
        any |= surely;
      }
    }
    return new Known(ended, threads, any, departed.isCrowd(receiver));
  }
}
