package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * The insides of {@code java.util.concurrent} synchronizers: which object a thread parks on, and
 * who owns it. All reads, no calls: a lock's own methods may be overridden.
 */
public final class Synchronizers {
  private static final String PACKAGE = "java.util.concurrent.locks.";
  private static final PrivateField OWNER =
      PrivateField.of(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread");
  private static final PrivateField REENTRANT_SYNC = PrivateField.of(ReentrantLock.class, "sync");
  private static final PrivateField READ_SYNC =
      PrivateField.of(ReentrantReadWriteLock.ReadLock.class, "sync");
  private static final PrivateField WRITE_SYNC =
      PrivateField.of(ReentrantReadWriteLock.WriteLock.class, "sync");
  private static final PrivateField SEMAPHORE_SYNC = PrivateField.of(Semaphore.class, "sync");
  private static final PrivateField STAMPED_READ_VIEW =
      PrivateField.of(PACKAGE + "StampedLock$ReadLockView", "this$0");
  private static final PrivateField STAMPED_WRITE_VIEW =
      PrivateField.of(PACKAGE + "StampedLock$WriteLockView", "this$0");

  private Synchronizers() {}

  /** The object that threads park on when they wait for this lock: itself, for foreign locks. */
  public static Object parkedOn(Object lock) {
    if (lock instanceof ReentrantLock) {
      return REENTRANT_SYNC.get(lock);
    } else if (lock instanceof ReentrantReadWriteLock.ReadLock) {
      return READ_SYNC.get(lock);
    } else if (lock instanceof ReentrantReadWriteLock.WriteLock) {
      return WRITE_SYNC.get(lock);
    } else if (lock instanceof Semaphore) {
      return SEMAPHORE_SYNC.get(lock);
    }
    return switch (lock.getClass().getName()) {
      case PACKAGE + "StampedLock$ReadLockView" -> STAMPED_READ_VIEW.get(lock);
      case PACKAGE + "StampedLock$WriteLockView" -> STAMPED_WRITE_VIEW.get(lock);
      default -> lock;
    };
  }

  /** The exclusive owner, or null. */
  public static Thread owner(Object synchronizer) {
    return synchronizer instanceof AbstractOwnableSynchronizer
        ? (Thread) OWNER.get(synchronizer)
        : null;
  }

  /** True for what threads park on at a {@code ReentrantLock}. */
  public static boolean isReentrantLock(Object synchronizer) {
    return isInside(synchronizer, "java.util.concurrent.locks.ReentrantLock$");
  }

  /** True for what threads park on at a {@code ReentrantReadWriteLock}. */
  public static boolean isReadWriteLock(Object synchronizer) {
    return isInside(synchronizer, PACKAGE + "ReentrantReadWriteLock$");
  }

  /** True for what threads park on at a {@code Semaphore}. */
  public static boolean isSemaphore(Object synchronizer) {
    return isInside(synchronizer, "java.util.concurrent.Semaphore$");
  }

  /** True for a {@code StampedLock}, which threads park on itself. */
  public static boolean isStampedLock(Object synchronizer) {
    return synchronizer instanceof StampedLock;
  }

  /** True for what threads park on when they wait for a lock, not for a permit or a signal. */
  public static boolean isLock(Object synchronizer) {
    return isReentrantLock(synchronizer)
        || isReadWriteLock(synchronizer)
        || isStampedLock(synchronizer)
        || owner(synchronizer) != null;
  }

  private static boolean isInside(Object synchronizer, String prefix) {
    return synchronizer != null && synchronizer.getClass().getName().startsWith(prefix);
  }

  /** True for the JDK's own locks, which let nobody but the owner release them. */
  public static boolean isJdk(Object synchronizer) {
    return synchronizer.getClass().getClassLoader() == null;
  }

  /** The class a user knows: the lock's, not that of the synchronizer inside it. */
  public static String userClass(Object synchronizer) {
    Class<?> type = synchronizer.getClass();
    String name = type.getName();
    int inner = name.indexOf('$');
    return synchronizer instanceof AbstractOwnableSynchronizer && inner > 0
        ? name.substring(0, inner)
        : name;
  }
}
