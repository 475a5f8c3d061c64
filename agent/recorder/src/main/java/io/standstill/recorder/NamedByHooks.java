package io.standstill.recorder;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import jdk.internal.misc.Unsafe;

/**
 * The classes of the JDK that hooks name. The JVM loads such a class when a hook comes to its name;
 * if that hook runs in a thread that is in the middle of loading the very class, since another
 * agent takes a lock meanwhile, it refuses with a {@code ClassCircularityError}.
 */
public final class NamedByHooks {
  private static final List<Class<?>> ALL =
      List.of(
          AtomicInteger.class,
          AtomicIntegerArray.class,
          AtomicLong.class,
          AtomicReference.class,
          AtomicReferenceFieldUpdater.class,
          BlockingQueue.class,
          CompletableFuture.class,
          Condition.class,
          Consumer.class,
          CountDownLatch.class,
          ExecutionException.class,
          Executor.class,
          ExecutorService.class,
          ForkJoinTask.class,
          ForkJoinWorkerThread.class,
          Future.class,
          FutureTask.class,
          IntSupplier.class,
          Lock.class,
          LockSupport.class,
          ReentrantLock.class,
          ReentrantReadWriteLock.class,
          ReentrantReadWriteLock.ReadLock.class,
          ReentrantReadWriteLock.WriteLock.class,
          Semaphore.class,
          StampedLock.class,
          TimeUnit.class,
          TimeoutException.class);

  /** They find fields of the JDK's classes by name when they are initialised. */
  private static final List<Class<?>> READERS =
      List.of(CompletionServices.class, Conditions.class, PlainFutures.class, StagedFutures.class);

  private NamedByHooks() {}

  /** Loads them all. To be called before the first hook runs. */
  public static List<Class<?>> load() {
    return ALL;
  }

  /**
   * Loads those whose fields hooks read, too. Some of these are woven: to be called when they can
   * be while they are loaded.
   */
  public static List<Class<?>> loadRead() {
    for (Class<?> reader : READERS) {
      Unsafe.getUnsafe().ensureClassInitialized(reader);
    }
    return READERS;
  }
}
