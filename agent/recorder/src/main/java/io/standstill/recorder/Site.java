package io.standstill.recorder;

import java.util.Objects;

/**
 * A place in woven code that takes a lock.
 *
 * @param className binary name of the class, dotted
 * @param method name of the method
 * @param file source file, or null if the class file does not tell
 * @param line line number, or 0 if the class file does not tell
 * @param lockName where the lock came from, such as {@code OrderBook.lock}, or null if unknown
 * @param lockField the field that it came from, with the full name of the class: {@code
 *     shop.OrderBook.lock}, or {@code shop.OrderBook.locks[]} for an element of what the field
 *     holds; null if that is not known
 * @param kind what is taken
 */
public record Site(
    String className,
    String method,
    String file,
    int line,
    String lockName,
    String lockField,
    Kind kind) {

  /** What a site takes, and in which mode. */
  public enum Kind {
    /** A monitor, by a {@code synchronized} block or method. */
    MONITOR,
    /** A {@code java.util.concurrent.locks.Lock}. */
    LOCK,
    /** A {@code StampedLock} in write mode, by stamp. */
    STAMPED_WRITE,
    /** A {@code StampedLock} in read mode, by stamp. */
    STAMPED_READ,
    /** A permit of a {@code Semaphore}. */
    SEMAPHORE,
    /** The same, in a method that also releases one: the semaphore is used as a lock. */
    SCOPED_PERMIT,
    /** {@code Thread.join}: waits, and takes nothing. */
    JOIN,
    /** A wait for a future, a pool, a latch or a barrier, which takes nothing. */
    AWAIT,
    /** A wait for a condition, which gives up its lock and takes it again. */
    SIGNAL,
    /** A task is handed to an executor: takes nothing, waits for nothing. */
    SUBMIT,
    /** An object is borrowed from a pool of objects. */
    BORROW
  }

  /** True for a place in a class of the JDK: its callers tell more. */
  public boolean isOfTheJdk() {
    return className.startsWith("java.");
  }

  /** The place as a stack trace shows it: {@code bank.Bank.transfer(Bank.java:41)}. */
  @Override
  public String toString() {
    String place = file == null ? "Unknown Source" : line > 0 ? file + ":" + line : file;
    return className + "." + method + "(" + place + ")";
  }

  // Written out because the ones that a record brings along are linked at run time, at a cost that
  // every start of an application would bear.

  @Override
  public boolean equals(Object other) {
    return other instanceof Site that
        && line == that.line
        && kind == that.kind
        && className.equals(that.className)
        && method.equals(that.method)
        && Objects.equals(file, that.file)
        && Objects.equals(lockName, that.lockName)
        && Objects.equals(lockField, that.lockField);
  }

  @Override
  public int hashCode() {
    return ((className.hashCode() * 31 + method.hashCode()) * 31 + line) * 31 + kind.ordinal();
  }
}
