package io.standstill.detect.deadlock;

import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.probe.Crowd;
import io.standstill.jvm.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Notices threads that may wait for a class initialisation. They show as RUNNABLE, use no processor
 * time, and yet stand in Java code; threads in I/O stand in a native method instead. Only when such
 * a thread newly appears is the JVM asked for a thread dump, because that is dear.
 */
final class ClassInitWatch {
  /** So many stacks are read in one look at most; who stands still is met again in the next. */
  private static final int MOST_STACKS = 16;

  /** Native frames at which class initialisation can be awaited. */
  private static final Set<String> INITIALIZING_NATIVES =
      Set.of(
          "java.lang.Class",
          "jdk.internal.misc.Unsafe",
          "java.lang.invoke.MethodHandleNatives",
          "jdk.internal.reflect.DirectConstructorHandleAccessor$NativeAccessor",
          "jdk.internal.reflect.NativeConstructorAccessorImpl",
          "jdk.internal.reflect.NativeMethodAccessorImpl",
          "java.lang.reflect.Constructor",
          "jdk.internal.loader.NativeLibraries",
          "java.lang.ClassLoader");

  private final ThreadMXBean management = ManagementFactory.getThreadMXBean();
  private final boolean measuresTime =
      management.isThreadCpuTimeSupported() && management.isThreadCpuTimeEnabled();
  private final ThreadDump dump = ThreadDump.ofThisJvm();

  /** Processor time of each candidate at the glance that began this look. */
  private Map<Thread, Long> times = Map.of();

  /** What the stack of a thread said, valid while its processor time stays the same. */
  private Map<Long, Idle> examined = new HashMap<>();

  /** Who was suspicious when the last dump was taken, with the processor time each had used. */
  private Map<Long, Long> dumpedFor = Map.of();

  private ClassInits last = ClassInits.NONE;

  private record Idle(long time, boolean suspicious) {}

  /**
   * Begins a look: reads the processor times. True if there is anyone to look at again: not the
   * current thread, and nobody who has not run since his stack was found innocent.
   */
  boolean glance(Collection<Thread> threads) {
    times = new IdentityHashMap<>();
    if (dump == null || !measuresTime || Crowd.isTooLargeForDump(threads)) {
      return false;
    }
    boolean anyone = false;
    for (Thread thread : threads) {
      if (mayInitialize(thread) && thread != Thread.currentThread()) {
        long id = Threads.id(thread);
        long time = management.getThreadCpuTime(id);
        times.put(thread, time);
        anyone |= !new Idle(time, false).equals(examined.get(id));
      }
    }
    return anyone;
  }

  /** Ends a look, a moment later: the answer is NONE unless there is reason for suspicion. */
  ClassInits look() {
    Map<Long, Long> suspicious = suspicious();
    if (suspicious.isEmpty()) {
      last = ClassInits.NONE;
    } else if (!suspicious.equals(dumpedFor)) {
      last = again();
    }
    dumpedFor = suspicious;
    return last;
  }

  /** Takes a fresh dump, to confirm what the last one showed. */
  ClassInits again() {
    ClassInits inits = ClassInits.parse(dump.take());
    if (!inits.waiters().isEmpty()) {
      addMounted(inits);
    }
    return inits;
  }

  /** Before JDK 25 a thread dump does not show the frames of virtual threads. */
  private static void addMounted(ClassInits inits) {
    for (Thread thread : Threads.all()) {
      if (Threads.isVirtual(thread) && Threads.carrierOf(thread) != null) {
        inits.addInitializers(Threads.id(thread), Threads.stack(thread));
      }
    }
  }

  private Map<Long, Long> suspicious() {
    Map<Long, Idle> examinedNow = new HashMap<>();
    Map<Long, Long> suspicious = new HashMap<>();
    int stacksRead = 0;
    for (Map.Entry<Thread, Long> entry : times.entrySet()) {
      Thread thread = entry.getKey();
      long id = Threads.id(thread);
      long time = entry.getValue();
      Idle known = examined.get(id);
      if (known == null || known.time() != time) {
        boolean idle = mayInitialize(thread) && management.getThreadCpuTime(id) == time;
        if (!idle || stacksRead++ >= MOST_STACKS) {
          continue;
        }
        known = new Idle(time, isInJava(thread));
      }
      examinedNow.put(id, known);
      if (known.suspicious()) {
        suspicious.put(id, time);
      }
    }
    examined = examinedNow;
    times = Map.of();
    return suspicious;
  }

  /** A carrier shows the state of its own, not of the virtual thread on it. */
  private static boolean mayInitialize(Thread thread) {
    return !Threads.isVirtual(thread)
        && (Threads.state(thread) == Thread.State.RUNNABLE || Threads.isCarrier(thread));
  }

  private static boolean isInJava(Thread thread) {
    StackTraceElement[] stack = Threads.stack(thread);
    return stack.length > 0
        && (!stack[0].isNativeMethod() || INITIALIZING_NATIVES.contains(stack[0].getClassName()));
  }
}
