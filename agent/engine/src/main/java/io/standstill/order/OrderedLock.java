package io.standstill.order;

import io.standstill.finding.WaitType;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A lock that was seen together with others; referred to weakly. Two views of one lock, as the read
 * and the write lock of a pair, are one.
 */
final class OrderedLock extends WeakReference<Object> {

  /** Also their views, which are classes inside them. */
  private static final List<String> PAIRS =
      List.of(
          "java.util.concurrent.locks.ReentrantReadWriteLock",
          "java.util.concurrent.locks.StampedLock");

  private final String className;
  private final int hash;
  private final int innerHash;
  private final WaitType type;
  private final boolean foreign;
  private String lockClass;
  private int firstSeen = Integer.MAX_VALUE;
  private long firstUser;
  private boolean known;
  private String name;

  /**
   * @param synchronizer what makes it the lock that it is
   * @param className class of the lock object as the code names it
   * @param hash identity hash code of that object
   * @param type a monitor, a lock or a permit
   * @param foreign true for a {@code Lock} of the application's own making
   */
  OrderedLock(Object synchronizer, String className, int hash, WaitType type, boolean foreign) {
    super(synchronizer);
    this.className = className;
    this.hash = hash;
    this.innerHash = System.identityHashCode(synchronizer);
    this.type = type;
    this.foreign = foreign;
  }

  /** True for a {@code Lock} of the application's own making. */
  boolean isForeign() {
    return foreign;
  }

  /** True for a lock that may be taken to read and to write. */
  boolean isOfPair() {
    return PAIRS.stream().anyMatch(className::startsWith);
  }

  /** True for a permit of a semaphore. */
  boolean isPermit() {
    return type == WaitType.PERMIT;
  }

  /**
   * Tells it where some code had it from.
   *
   * @param words in short, or null
   * @param field the full name of the field, or of the method that gave it, or null; a field is
   *     surer than a method
   */
  void called(String words, String field) {
    if (words == null) {
      return;
    }
    boolean surer =
        lockClass == null
            || field != null && LockClasses.isResult(lockClass) && !LockClasses.isResult(field);
    if (name == null || field != null && surer) {
      name = words;
    }
    if (surer) {
      lockClass = LockClasses.isGeneral(className) ? field : className;
    }
  }

  /** Tells it of an observation, by number; true if none is known that is older. */
  boolean seen(int number) {
    firstSeen = Math.min(firstSeen, number);
    return firstSeen == number;
  }

  /** Tells it who uses it; true if nobody else has been seen with it before. */
  boolean isOnlyKnownTo(long threadId) {
    firstUser = firstUser == 0 ? threadId : firstUser;
    known |= firstUser != threadId;
    return !known;
  }

  /**
   * What it has in common with others of its kind: the class of the lock object if that is one of
   * the application, else the field that holds it, else the method that gave it, all with their
   * full names. Null if none is known.
   */
  String lockClass() {
    return lockClass;
  }

  /** The same as a person would write it, with the short name of a field. */
  String lockClassInShort() {
    return className.equals(lockClass) || lockClass == null ? lockClass : name;
  }

  /** Where the code had it from, or null. */
  String name() {
    return name;
  }

  String className() {
    return className;
  }

  /** Identity hash code in hexadecimal, of the lock as it was first seen. */
  String identity() {
    return Integer.toHexString(hash);
  }

  /** True if this may be the identity of the lock, of a view of it, or of what is inside. */
  boolean isKnownAs(String words) {
    return matches(known -> Integer.toHexString(known).equals(words));
  }

  /** True for the identity hash code of the lock, or of what is inside. */
  boolean matches(IntPredicate test) {
    return test.test(hash) || test.test(innerHash);
  }

  WaitType type() {
    return type;
  }
}
