package io.standstill.detect.evidence;

import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import java.util.List;

/**
 * What one thread waits for.
 *
 * @param type what kind of thing that is
 * @param lock the lock as far as it is known
 * @param need whether all or any of the owners must let go
 * @param owners who is waited for, never empty
 * @param certainty CERTAIN if the JVM's own state names the owners and nobody else can let go;
 *     LIKELY if they are known by history; POSSIBLE if others may well let go
 * @param timed whether the wait gives up by itself
 * @param route the way to the owners if it leads through futures and pools, else null
 */
public record Wait(
    WaitType type,
    LockRef lock,
    Need need,
    ThreadSet owners,
    Certainty certainty,
    boolean timed,
    Route route) {

  /** A wait for all of these, by the JVM's own word. */
  public static Wait proven(Subject waiter, WaitType type, LockRef lock, ThreadSet owners) {
    return new Wait(type, lock, Need.ALL, owners, Certainty.CERTAIN, waiter.timed(), null);
  }

  /** A wait for one thread, by the JVM's own word. */
  public static Wait proven(Subject waiter, WaitType type, LockRef lock, Thread owner) {
    return proven(waiter, type, lock, ThreadSet.of(List.of(owner)));
  }

  /** A wait for owners known by history. */
  public static Wait byHistory(
      Subject waiter, WaitType type, LockRef lock, Need need, ThreadSet owners) {
    return new Wait(type, lock, need, owners, Certainty.LIKELY, waiter.timed(), null);
  }

  /** A wait through futures and pools. */
  public static Wait by(
      Route route, Subject waiter, WaitType type, LockRef lock, Certainty certainty) {
    return new Wait(
        type, lock, Need.ANY, route.threads(), certainty, waiter.timed() || route.timed(), route);
  }

  /** The same wait, of which less is claimed. */
  public Wait asHint() {
    return new Wait(type, lock, need, owners, Certainty.POSSIBLE, timed, route);
  }

  /** The same wait, for one that begins anew when its time is over. */
  public Wait untimed() {
    return new Wait(type, lock, need, owners, certainty, false, route);
  }

  /** True if it is for an object that a pool of objects lends. */
  public boolean isForLoan() {
    return type == WaitType.LOAN;
  }

  /** True if this thread is one of those that are waited for. */
  public boolean isFor(Thread thread) {
    return owners.contains(thread);
  }
}
