package io.standstill.detect;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Notices threads that may wait for a class initialisation. They show as RUNNABLE, use no processor
 * time, and yet stand in Java code; threads in I/O stand in a native method instead. Only when such
 * a thread newly appears is the JVM asked for a thread dump, because that is dear.
 */
final class ClassInitWatch {
  /** With more platform threads than this, a thread dump would stop the application too long. */
  private static final int MOST_THREADS = 4_000;

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

  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  private final ThreadMXBean management = ManagementFactory.getThreadMXBean();
  private final boolean measuresTime =
      management.isThreadCpuTimeSupported() && management.isThreadCpuTimeEnabled();

  /** Processor time of each thread that was runnable at the last look. */
  private Map<Long, Long> times = new HashMap<>();

  /** Threads whose stack was read at this processor time, and whether it looked suspicious. */
  private Map<Long, Idle> examined = new HashMap<>();

  private Set<Long> dumpedFor = Set.of();
  private ClassInits last = ClassInits.NONE;

  private record Idle(long time, boolean suspicious) {}

  /** Looks at the runnable threads; the answer is NONE unless there is reason for suspicion. */
  ClassInits look(Collection<Thread> threads) {
    if (!measuresTime || threads.size() > MOST_THREADS) {
      return ClassInits.NONE;
    }
    Set<Long> suspicious = suspicious(threads);
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
    String dump = ThreadDump.take();
    return dump == null ? ClassInits.NONE : ClassInits.parse(dump);
  }

  private Set<Long> suspicious(Collection<Thread> threads) {
    Map<Long, Long> timesNow = new HashMap<>();
    Map<Long, Idle> examinedNow = new HashMap<>();
    Set<Long> suspicious = new HashSet<>();
    for (Thread thread : threads) {
      if (mayInitialize(thread)) {
        long id = Threads.id(thread);
        long time = management.getThreadCpuTime(id);
        timesNow.put(id, time);
        Long before = times.get(id);
        if (before != null && before == time) {
          Idle known = examined.get(id);
          Idle idle =
              known != null && known.time() == time ? known : new Idle(time, isInJava(thread));
          examinedNow.put(id, idle);
          if (idle.suspicious()) {
            suspicious.add(id);
          }
        }
      }
    }
    times = timesNow;
    examined = examinedNow;
    return suspicious;
  }

  /** A carrier shows the state of its own, not of the virtual thread on it. */
  private static boolean mayInitialize(Thread thread) {
    return !Threads.isVirtual(thread)
        && (Threads.state(thread) == Thread.State.RUNNABLE
            || thread.getClass().getName().equals(CARRIER));
  }

  private static boolean isInJava(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0
        && (!stack[0].isNativeMethod()
            || INITIALIZING_NATIVES.contains(stack[0].getClassName()));
  }
}
