package io.standstill.finding;

import java.util.List;

/**
 * A lock, as one thread waits for it or holds it.
 *
 * @param type what it is; a thread may wait for what is no lock, too
 * @param className class of the lock object; of the class being initialised for {@code class-init}
 * @param identity identity hash code of the lock object in hexadecimal, or null if it has none
 * @param name where the code took it from, such as {@code OrderBook.lock}, or null if unknown
 * @param site where it was or is being taken, as a stack trace element reads; without a line if
 *     only the method is known, as for monitors acquired before an attach; null if not even that
 * @param millis how long it has been held or waited for, in milliseconds (resolution: {@code
 *     Clock.TICK_MILLIS}), or null if unknown
 * @param owners ids of the threads that are waited for; empty for a held lock
 * @param stack of a prediction: where the thread stood when it took what it held, innermost frame
 *     first; empty if that is not known
 */
public record LockUse(
    WaitType type,
    String className,
    String identity,
    String name,
    String site,
    Long millis,
    List<Long> owners,
    List<String> stack) {

  /** A lock as it is waited for or held now: the thread's own stack tells the rest. */
  public LockUse(
      WaitType type,
      String className,
      String identity,
      String name,
      String site,
      Long millis,
      List<Long> owners) {
    this(type, className, identity, name, site, millis, owners, List.of());
  }
}
