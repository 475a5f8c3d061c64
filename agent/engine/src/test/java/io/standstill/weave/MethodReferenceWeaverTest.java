package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.AwaitReferenceHooks;
import io.standstill.recorder.LockReferenceHooks;
import io.standstill.recorder.SemaphoreReferenceHooks;
import io.standstill.recorder.SignalReferenceHooks;
import io.standstill.recorder.Site;
import io.standstill.recorder.StampedLockReferenceHooks;
import io.standstill.recorder.ThreadReferenceHooks;
import io.standstill.weave.Shapes.Action;
import io.standstill.weave.Shapes.Timed;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Method references to locks and semaphores. */
class MethodReferenceWeaverTest {
  private final References references =
      FixtureLoader.woven(ReferenceFixture.class, References.class);
  private final ReentrantLock lock = new ReentrantLock();

  @AfterEach
  void nothingIsLeft() {
    assertTrue(Seen.held().isEmpty());
    assertFalse(lock.isLocked());
  }

  @Test
  void seesABoundReference() {
    assertEquals(List.of(lock), references.bound(lock));
  }

  @Test
  void seesAnUnboundReference() {
    assertEquals(List.of(lock), references.unbound(lock));
  }

  @Test
  void seesReferencesThatReturnBooleans() throws Exception {
    assertEquals(List.of(lock, lock, lock), references.tryLock(lock));
  }

  /** A stand-in could not be compiled for the oldest promised JDK. */
  @Test
  void leavesReferencesToNewMethodsAlone() {
    String duration = "(Ljava/time/Duration;)Z";
    assertTrue(new MethodReferenceWeaver().matches(reference(Thread.class, "join", "()V")));
    assertFalse(new MethodReferenceWeaver().matches(reference(Thread.class, "join", duration)));
  }

  private static InvokeDynamicInsnNode reference(Class<?> type, String name, String descriptor) {
    String owner = Type.getInternalName(type);
    int tag = type.isInterface() ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
    return new InvokeDynamicInsnNode(
        "apply",
        "(L" + owner + ";)Ljava/lang/Object;",
        new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "()V",
            false),
        Type.getMethodType("()V"),
        new Handle(tag, owner, name, descriptor, type.isInterface()),
        Type.getMethodType(descriptor));
  }

  @Test
  void seesReferencesThatThrow() throws Exception {
    assertEquals(List.of(lock), references.interruptibly(lock));
  }

  @Test
  void seesReadLocks() {
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    assertEquals(List.of(both.readLock()), references.readLock(both));
  }

  @Test
  void seesSemaphores() throws Exception {
    Semaphore semaphore = new Semaphore(4);
    assertEquals(
        List.of(semaphore, semaphore, semaphore, semaphore), references.semaphore(semaphore));
    assertEquals(4, semaphore.availablePermits());
  }

  @Test
  void seesTimedReferences() throws Exception {
    assertEquals(List.of(lock, lock), references.timed(lock));
  }

  @Test
  void countsPermitsOfReferencesWithArguments() throws Exception {
    assertEquals(List.of(2, 5, 6, 8, 3, 0), references.permits(new Semaphore(8)));
  }

  @Test
  void seesStamps() {
    assertEquals(List.of(1, 0, 2, 0, 1, 1, 0, 1, 0), references.stamps(new StampedLock()));
  }

  @Test
  void joinsThroughAReference() throws Exception {
    Thread ended = new Thread(() -> {});
    ended.start();
    references.join(ended);
    assertFalse(ended.isAlive());
    assertNull(Seen.now().pending());
  }

  @Test
  void waitsThroughAReference() throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> "task");
    task.run();
    RecursiveTask<String> part =
        new RecursiveTask<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected String compute() {
            return "part";
          }
        };
    part.fork();
    CompletableFuture<String> stage = CompletableFuture.completedFuture("stage");
    assertEquals(
        List.of("stage", "stage", "stage", "task", "part"), references.results(stage, task, part));
    assertTrue(references.open(new CountDownLatch(0)));
    CompletableFuture<String> failed = CompletableFuture.failedFuture(new IOException());
    assertThrows(CompletionException.class, () -> references.results(failed, task, part));
  }

  @Test
  void publishesWhatIsWaitedForThroughAReference() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Thread waiter =
        new Thread(
            () -> {
              try {
                references.open(latch);
              } catch (Exception unexpected) {
                throw new AssertionError(unexpected);
              }
            });
    waiter.start();
    Await.until(waiter, () -> waiter.getState() == Thread.State.WAITING);
    assertEquals(latch, Seen.of(waiter).pending().lock());
    latch.countDown();
    Await.end(waiter);
  }

  @Test
  void everyMethodThatACallIsWovenForHasOneThatStandsIn() {
    Map<Class<?>, Class<?>> stands =
        Map.ofEntries(
            Map.entry(Lock.class, LockReferenceHooks.class),
            Map.entry(Condition.class, SignalReferenceHooks.class),
            Map.entry(Object.class, SignalReferenceHooks.class),
            Map.entry(Semaphore.class, SemaphoreReferenceHooks.class),
            Map.entry(StampedLock.class, StampedLockReferenceHooks.class),
            Map.entry(Future.class, AwaitReferenceHooks.class),
            Map.entry(CompletableFuture.class, AwaitReferenceHooks.class),
            Map.entry(FutureTask.class, AwaitReferenceHooks.class),
            Map.entry(ForkJoinTask.class, AwaitReferenceHooks.class),
            Map.entry(CountDownLatch.class, AwaitReferenceHooks.class),
            Map.entry(Thread.class, ThreadReferenceHooks.class));
    stands.forEach(
        (type, hooks) -> {
          for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() == type
                && new MethodReferenceWeaver()
                    .matches(reference(type, method.getName(), Type.getMethodDescriptor(method)))) {
              List<Class<?>> parameters = new ArrayList<>(List.of(int.class, Object.class));
              parameters.addAll(List.of(method.getParameterTypes()));
              Method stand =
                  assertDoesNotThrow(
                      () -> hooks.getMethod(method.getName(), parameters.toArray(new Class<?>[0])));
              assertEquals(method.getReturnType(), stand.getReturnType());
            }
          }
        });
  }

  @Test
  void namesTheSite() {
    Site site = references.site(lock);
    assertEquals("site", site.method());
    assertEquals("mine", site.lockName());
    assertEquals(Site.Kind.LOCK, site.kind());
  }

  @Test
  void stillRefusesANullReceiver() {
    assertThrows(NullPointerException.class, () -> references.bound(null));
  }

  @Test
  void leavesSerializableReferencesAlone() {
    assertEquals(List.of(), references.serializable(lock));
  }

  /** A functional interface that makes lambdas serializable. */
  public interface SerializableAction extends Serializable {
    void run();
  }

  /** Waits for several permits, for some time. */
  public interface TimedPermits {
    boolean within(int permits, long time, TimeUnit unit) throws Exception;
  }

  /** Takes a number of permits. */
  public interface Permits {
    void take(int permits) throws Exception;
  }

  /** Waits for a result for some time. */
  public interface TimedResult {
    Object get(long time, TimeUnit unit) throws Exception;
  }

  /** Waits for some time. */
  public interface Join {
    void join(long millis) throws Exception;
  }

  public interface References {
    List<Object> timed(ReentrantLock lock) throws Exception;

    List<Integer> permits(Semaphore semaphore) throws Exception;

    List<Integer> stamps(StampedLock lock);

    void join(Thread thread) throws Exception;

    List<Object> results(
        CompletableFuture<String> stage, FutureTask<String> task, RecursiveTask<String> part)
        throws Exception;

    boolean open(CountDownLatch latch) throws Exception;

    List<Object> bound(Lock lock);

    List<Object> unbound(ReentrantLock lock);

    List<Object> tryLock(ReentrantLock lock) throws Exception;

    List<Object> interruptibly(ReentrantLock lock) throws Exception;

    List<Object> readLock(ReentrantReadWriteLock lock);

    List<Object> semaphore(Semaphore semaphore) throws Exception;

    Site site(ReentrantLock mine);

    List<Object> serializable(ReentrantLock lock);
  }

  static class ReferenceFixture implements References {
    @Override
    public List<Object> results(
        CompletableFuture<String> stage, FutureTask<String> task, RecursiveTask<String> part)
        throws Exception {
      Function<CompletableFuture<String>, Object> join = CompletableFuture::join;
      Future<String> plain = stage;
      Callable<String> get = plain::get;
      TimedResult within = stage::get;
      Callable<String> own = task::get;
      Function<ForkJoinTask<String>, Object> joinPart = ForkJoinTask::join;
      return List.of(
          join.apply(stage),
          get.call(),
          within.get(1, TimeUnit.DAYS),
          own.call(),
          joinPart.apply(part));
    }

    @Override
    public boolean open(CountDownLatch latch) throws Exception {
      Action forEver = latch::await;
      forEver.run();
      Timed within = latch::await;
      return within.within(1, TimeUnit.DAYS);
    }

    @Override
    public List<Object> bound(Lock lock) {
      Runnable enter = lock::lock;
      Runnable exit = lock::unlock;
      enter.run();
      List<Object> held = Seen.held();
      exit.run();
      return held;
    }

    @Override
    public List<Object> unbound(ReentrantLock lock) {
      Consumer<ReentrantLock> enter = ReentrantLock::lock;
      Consumer<Lock> exit = Lock::unlock;
      enter.accept(lock);
      List<Object> held = Seen.held();
      exit.accept(lock);
      return held;
    }

    @Override
    public List<Object> tryLock(ReentrantLock lock) throws Exception {
      BooleanSupplier plain = lock::tryLock;
      Callable<Boolean> boxed = lock::tryLock;
      Predicate<Lock> unbound = Lock::tryLock;
      boolean all = plain.getAsBoolean() && boxed.call() && unbound.test(lock);
      List<Object> held = all ? Seen.held() : null;
      Function<Integer, Runnable> exits = times -> lock::unlock;
      for (int i = 0; i < 3; i++) {
        exits.apply(i).run();
      }
      return held;
    }

    @Override
    public List<Object> interruptibly(ReentrantLock lock) throws Exception {
      Action enter = lock::lockInterruptibly;
      enter.run();
      List<Object> held = Seen.held();
      lock.unlock();
      return held;
    }

    @Override
    public List<Object> readLock(ReentrantReadWriteLock lock) {
      Runnable enter = lock.readLock()::lock;
      enter.run();
      List<Object> held = Seen.held();
      lock.readLock().unlock();
      return held;
    }

    @Override
    public List<Object> semaphore(Semaphore semaphore) throws Exception {
      Action enter = semaphore::acquire;
      Runnable uninterruptibly = semaphore::acquireUninterruptibly;
      BooleanSupplier tried = semaphore::tryAcquire;
      Predicate<Semaphore> unbound = Semaphore::tryAcquire;
      enter.run();
      uninterruptibly.run();
      List<Object> held = tried.getAsBoolean() && unbound.test(semaphore) ? Seen.held() : null;
      Runnable exit = semaphore::release;
      Consumer<Semaphore> unboundExit = Semaphore::release;
      exit.run();
      exit.run();
      unboundExit.accept(semaphore);
      unboundExit.accept(semaphore);
      return held;
    }

    @Override
    public List<Object> timed(ReentrantLock lock) throws Exception {
      Timed own = lock::tryLock;
      Lock any = lock;
      Timed byInterface = any::tryLock;
      boolean both = own.within(1, TimeUnit.DAYS) && byInterface.within(1, TimeUnit.DAYS);
      List<Object> held = both ? Seen.held() : null;
      lock.unlock();
      lock.unlock();
      return held;
    }

    @Override
    public List<Integer> permits(Semaphore semaphore) throws Exception {
      List<Integer> counts = new ArrayList<>();
      Permits plain = semaphore::acquire;
      plain.take(2);
      counts.add(Seen.held().size());
      ObjIntConsumer<Semaphore> uninterruptibly = Semaphore::acquireUninterruptibly;
      uninterruptibly.accept(semaphore, 3);
      counts.add(Seen.held().size());
      Timed timed = semaphore::tryAcquire;
      boolean all = timed.within(1, TimeUnit.DAYS);
      counts.add(Seen.held().size());
      TimedPermits several = semaphore::tryAcquire;
      all &= several.within(2, 1, TimeUnit.DAYS);
      counts.add(Seen.held().size());
      IntPredicate tried = semaphore::tryAcquire;
      all &= !tried.test(2);
      IntConsumer exit = semaphore::release;
      exit.accept(5);
      counts.add(Seen.held().size());
      exit.accept(3);
      counts.add(all ? Seen.held().size() : -1);
      return counts;
    }

    @Override
    public List<Integer> stamps(StampedLock lock) {
      List<Integer> counts = new ArrayList<>();
      LongSupplier write = lock::writeLock;
      LongConsumer unlockWrite = lock::unlockWrite;
      long stamp = write.getAsLong();
      counts.add(Seen.held().size());
      unlockWrite.accept(stamp);
      counts.add(Seen.held().size());
      ToLongFunction<StampedLock> read = StampedLock::readLock;
      stamp = read.applyAsLong(lock);
      LongSupplier tryRead = lock::tryReadLock;
      long second = tryRead.getAsLong();
      counts.add(Seen.held().size());
      LongConsumer unlock = lock::unlock;
      unlock.accept(stamp);
      BooleanSupplier tryUnlock = lock::tryUnlockRead;
      counts.add(tryUnlock.getAsBoolean() && second != 0 ? Seen.held().size() : -1);
      Function<StampedLock, Long> boxed = StampedLock::tryWriteLock;
      stamp = boxed.apply(lock);
      counts.add(Seen.held().size());
      LongUnaryOperator convert = lock::tryConvertToReadLock;
      stamp = convert.applyAsLong(stamp);
      counts.add(Seen.held().size());
      LongUnaryOperator giveUp = lock::tryConvertToOptimisticRead;
      counts.add(giveUp.applyAsLong(stamp) != 0 ? Seen.held().size() : -1);
      LongSupplier again = lock::tryWriteLock;
      stamp = again.getAsLong();
      counts.add(Seen.held().size());
      unlockWrite.accept(stamp);
      counts.add(Seen.held().size());
      return counts;
    }

    @Override
    public void join(Thread thread) throws Exception {
      Join within = thread::join;
      within.join(1);
      Action forEver = thread::join;
      forEver.run();
    }

    @Override
    public Site site(ReentrantLock mine) {
      Runnable enter = mine::lock;
      enter.run();
      Site site = Seen.newestSite();
      mine.unlock();
      return site;
    }

    @Override
    public List<Object> serializable(ReentrantLock lock) {
      SerializableAction enter = lock::lock;
      enter.run();
      List<Object> held = Seen.held();
      lock.unlock();
      return held;
    }
  }
}
