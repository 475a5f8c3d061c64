package io.standstill.detect.probe;

import java.util.List;

/**
 * What the JVM says about one thread.
 *
 * @param state the thread's state when the JVM was asked
 * @param blockedOn the monitor it waits to enter, or null
 * @param waitingOn the object it waits on in {@code Object.wait}, or null
 * @param ownerId id of the platform thread that owns {@code blockedOn}, or 0 if the JVM names none
 * @param ownedMonitors the monitors it has entered and not given up, innermost first; null if the
 *     JVM was not asked
 * @param stack its stack, innermost frame first; null if the JVM was not asked
 * @param episodes how often it has blocked or waited so far, or -1 if the JVM does not count
 */
public record ThreadFacts(
    Thread.State state,
    LockRef blockedOn,
    LockRef waitingOn,
    long ownerId,
    List<OwnedMonitor> ownedMonitors,
    StackTraceElement[] stack,
    long episodes) {

  /** A monitor and the frame that entered it. */
  public record OwnedMonitor(LockRef lock, StackTraceElement frame) {}
}
