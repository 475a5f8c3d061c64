package io.standstill.detect;

import io.standstill.graph.Need;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one thread waits for.
 *
 * @param type the word for it, as in {@code LockUse.type}
 * @param lock the lock as far as it is known
 * @param need whether all or any of the owners must let go
 * @param owners who is waited for, never empty
 * @param proven whether the JVM's own state names the owners; false if they are known by history
 * @param timed whether the wait gives up by itself
 */
record Wait(
    String type, LockRef lock, Need need, Set<Thread> owners, boolean proven, boolean timed) {

  /** A wait for all of these, by the JVM's own word. */
  static Wait proven(Subject waiter, String type, LockRef lock, Collection<Thread> owners) {
    return new Wait(
        type, lock, Need.ALL, new LinkedHashSet<>(owners), true, waiter.isTimed());
  }

  static Wait proven(Subject waiter, String type, LockRef lock, Thread owner) {
    return proven(waiter, type, lock, List.of(owner));
  }

  /** A wait for owners known by history. */
  static Wait byHistory(
      Subject waiter, String type, LockRef lock, Need need, Collection<Thread> owners) {
    return new Wait(
        type, lock, need, new LinkedHashSet<>(owners), false, waiter.isTimed());
  }
}
