package io.standstill.release;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;

/**
 * An instruction that lets others go on.
 *
 * @param kind what it does
 * @param owner binary name of the class that is called
 * @param target where the method has the released object from, or null if that is not simple
 * @param span where it stands
 */
public record Release(Kind kind, String owner, AccessPath target, Span span) {

  /** What is done to the released object. */
  public enum Kind {
    /** {@code CountDownLatch.countDown}. */
    COUNT_DOWN,
    /** {@code CyclicBarrier.await}: one more party is there. */
    ARRIVE,
    /** {@code Phaser.arrive} in all its forms. */
    ADVANCE,
    /** {@code Semaphore.release}. */
    PERMIT,
    /** {@code CompletableFuture.complete} and the like; running a future's own task. */
    COMPLETE,
    /** {@code SettableFuture.set}, {@code Promise.setSuccess} and the like, of a library. */
    FULFIL,
    /** {@code Condition.signal} and {@code signalAll}. */
    SIGNAL,
    /** {@code Object.notify} and {@code notifyAll}. */
    NOTIFY,
    /** {@code BlockingQueue.put} and the like. */
    PUT,
    /** {@code BlockingQueue.take} and the like: room for one more. */
    TAKE;

    /** False if it is not done to this object, but only called the same; null is not known. */
    boolean mayBeOf(Object object) {
      return this != COUNT_DOWN
          || object == null
          || object == Body.UNMADE
          || object instanceof CountDownLatch;
    }

    /** True for what may be done to an object of the application's own class too. */
    public boolean isOfAnyClass() {
      return this == PUT || this == TAKE || this == COUNT_DOWN;
    }
  }

  private static final String OBJECT = "java/lang/Object";

  /** What only latches have; they may be of the application's own class. */
  private static final String COUNT_DOWN = "countDown";

  private static final String PACKAGE = "java/util/concurrent/";
  private static final Map<String, Kind> BY_SIGNATURE =
      Map.ofEntries(
          Map.entry("countDown()V", Kind.COUNT_DOWN),
          Map.entry("await()I", Kind.ARRIVE),
          Map.entry("await(JLjava/util/concurrent/TimeUnit;)I", Kind.ARRIVE),
          Map.entry("arrive()I", Kind.ADVANCE),
          Map.entry("arriveAndDeregister()I", Kind.ADVANCE),
          Map.entry("arriveAndAwaitAdvance()I", Kind.ADVANCE),
          Map.entry("release()V", Kind.PERMIT),
          Map.entry("release(I)V", Kind.PERMIT),
          Map.entry("complete(Ljava/lang/Object;)Z", Kind.COMPLETE),
          Map.entry("completeExceptionally(Ljava/lang/Throwable;)Z", Kind.COMPLETE),
          Map.entry("obtrudeValue(Ljava/lang/Object;)V", Kind.COMPLETE),
          Map.entry("obtrudeException(Ljava/lang/Throwable;)V", Kind.COMPLETE),
          Map.entry("signal()V", Kind.SIGNAL),
          Map.entry("signalAll()V", Kind.SIGNAL));

  /** What libraries call the methods that complete a future. */
  private static final Set<String> FULFILLING =
      Set.of(
          "complete",
          "completeExceptionally",
          "tryComplete",
          "set",
          "setException",
          "setResult",
          "setSuccess",
          "setFailure",
          "trySuccess",
          "tryFailure",
          "success",
          "failure",
          "fail",
          "tryFail");

  private static final Set<String> METHOD_NAMES = namesOfAll();

  private static Set<String> namesOfAll() {
    Set<String> names = new HashSet<>(BlockingQueues.puts());
    names.addAll(BlockingQueues.roomMakers());
    names.addAll(FULFILLING);
    for (String signature : BY_SIGNATURE.keySet()) {
      names.add(signature.substring(0, signature.indexOf('(')));
    }
    return names;
  }

  /** No call of a method of any other name releases anything, whatever its class. */
  public static Set<String> methodNames() {
    return METHOD_NAMES;
  }

  /**
   * What a call releases, or null. A latch that counts itself down is one that is called back: see
   * {@link CalledBack}.
   *
   * @param caller internal name of the class that calls
   * @param owner internal name of the class that is called
   */
  public static Kind kindOf(String caller, String owner, String name, String descriptor) {
    Kind queued = ofQueue(name);
    if (queued != null) {
      return BlockingQueues.isQueue(owner) ? queued : null;
    } else if (owner.startsWith(PACKAGE) || name.equals(COUNT_DOWN) && !owner.equals(caller)) {
      return BY_SIGNATURE.get(name + descriptor);
    }
    if (FULFILLING.contains(name) && FutureNames.isFulfilled(owner)) {
      return Kind.FULFIL;
    }
    return owner.equals(OBJECT) && isNotify(name, descriptor) ? Kind.NOTIFY : null;
  }

  private static Kind ofQueue(String name) {
    return BlockingQueues.puts().contains(name)
        ? Kind.PUT
        : BlockingQueues.makeRoom(name) ? Kind.TAKE : null;
  }

  private static boolean isNotify(String name, String descriptor) {
    return (name.equals("notify") || name.equals("notifyAll")) && descriptor.equals("()V");
  }

  /** What a call does to this very object, or null if it releases nothing. */
  static Kind kindOf(Object receiver, String name, String descriptor) {
    boolean known =
        receiver instanceof CountDownLatch
            || receiver instanceof CyclicBarrier
            || receiver instanceof Phaser
            || receiver instanceof Semaphore
            || receiver instanceof CompletableFuture
            || receiver instanceof Condition;
    if (isNotify(name, descriptor)) {
      return Kind.NOTIFY;
    } else if (receiver instanceof BlockingQueue) {
      return ofQueue(name);
    }
    if (known) {
      return BY_SIGNATURE.get(name + descriptor);
    }
    boolean ofLibrary = receiver instanceof Future && receiver.getClass().getClassLoader() != null;
    return ofLibrary && FULFILLING.contains(name) ? Kind.FULFIL : null;
  }
}
