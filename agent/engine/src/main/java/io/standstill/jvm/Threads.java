package io.standstill.jvm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jdk.internal.misc.VM;

/**
 * The JVM's threads and their states, read without calling anything that a subclass of {@code
 * Thread} can override and without taking the locks of thread groups.
 */
public final class Threads {
  private static final String FIELDS = "java.lang.Thread$FieldHolder";
  private static final MethodHandle ALL;
  private static final MethodHandle STACKS;
  private static final PrivateField ID = PrivateField.of(Thread.class, "tid");
  private static final PrivateField NAME = PrivateField.of(Thread.class, "name");
  private static final boolean HAS_HOLDER = hasHolder();
  private static final PrivateField TARGET =
      HAS_HOLDER ? null : PrivateField.of(Thread.class, "target");
  private static final PrivateField HOLDER =
      HAS_HOLDER ? PrivateField.of(Thread.class, "holder") : null;
  private static final PrivateField TASK = HAS_HOLDER ? PrivateField.of(FIELDS, "task") : null;
  private static final PrivateField STATUS =
      HAS_HOLDER
          ? PrivateField.of(FIELDS, "threadStatus")
          : PrivateField.of(Thread.class, "threadStatus");
  private static final Class<?> VIRTUAL = virtualThreadClass();
  private static final Class<?> CARRIER = carrierClass();
  private static final boolean MONITORS_PIN = Runtime.version().feature() < 24;
  private static final VirtualThreads VIRTUAL_THREADS =
      VIRTUAL == null ? null : new VirtualThreads();

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
      ALL = lookup.findStatic(Thread.class, "getThreads", MethodType.methodType(Thread[].class));
      STACKS =
          lookup.findStatic(
              Thread.class,
              "dumpThreads",
              MethodType.methodType(StackTraceElement[][].class, Thread[].class));
    } catch (ReflectiveOperationException missing) {
      throw new ExceptionInInitializerError(missing);
    }
  }

  private Threads() {}

  /** From JDK 19 on a part of the fields is kept in an object of its own. */
  private static boolean hasHolder() {
    for (Class<?> inner : Thread.class.getDeclaredClasses()) {
      if (inner.getName().equals(FIELDS)) {
        return true;
      }
    }
    return false;
  }

  private static Class<?> virtualThreadClass() {
    try {
      return Class.forName("java.lang.BaseVirtualThread");
    } catch (ClassNotFoundException olderThan21) {
      return null;
    }
  }

  private static Class<?> carrierClass() {
    try {
      return Class.forName("jdk.internal.misc.CarrierThread");
    } catch (ClassNotFoundException olderThan19) {
      return null;
    }
  }

  /** All live platform threads, and the virtual threads that the JDK tracks. */
  public static Collection<Thread> all() {
    try {
      List<Thread> threads = new ArrayList<>(List.of((Thread[]) ALL.invokeExact()));
      if (VIRTUAL_THREADS != null) {
        VIRTUAL_THREADS.addTo(threads);
      }
      return threads;
    } catch (Throwable failure) {
      throw new IllegalStateException("cannot list threads", failure);
    }
  }

  public static Thread.State state(Thread thread) {
    if (isVirtual(thread)) {
      return thread.getState(); // No class of an application is a virtual thread.
    }
    return VM.toThreadState(STATUS.getInt(HAS_HOLDER ? HOLDER.get(thread) : thread));
  }

  /** A thread's stack, innermost frame first; empty if it has none now. */
  public static StackTraceElement[] stack(Thread thread) {
    if (isVirtual(thread)) {
      return thread.getStackTrace(); // No class of an application is a virtual thread.
    }
    try {
      StackTraceElement[] stack =
          ((StackTraceElement[][]) STACKS.invokeExact(new Thread[] {thread}))[0];
      return stack == null ? new StackTraceElement[0] : stack;
    } catch (Throwable failure) {
      throw new IllegalStateException("cannot read a thread's stack", failure);
    }
  }

  public static long id(Thread thread) {
    return ID.getLong(thread);
  }

  public static String name(Thread thread) {
    String name = (String) NAME.get(thread);
    return name == null || name.isEmpty() ? "#" + id(thread) : name;
  }

  public static boolean isVirtual(Thread thread) {
    return VIRTUAL != null && VIRTUAL.isInstance(thread);
  }

  /** What the thread was made to run; null for a thread class that overrides {@code run}. */
  public static Object target(Thread thread) {
    if (TARGET != null) {
      return TARGET.get(thread);
    } else if (isVirtual(thread)) {
      return VirtualState.task(thread);
    }
    Object holder = HOLDER.get(thread);
    return holder == null ? null : TASK.get(holder);
  }

  /** The groups in which the JDK keeps the virtual threads of its pools and executors. */
  public static List<ThreadContainer> containers() {
    return VIRTUAL_THREADS == null ? List.of() : VIRTUAL_THREADS.containers();
  }

  /** What joins of a virtual thread wait on, or null if nobody has joined it. */
  public static Object terminationLatch(Thread virtual) {
    return VIRTUAL_THREADS == null ? null : VIRTUAL_THREADS.terminationLatch(virtual);
  }

  /** True for a thread that runs virtual threads. */
  public static boolean isCarrier(Thread thread) {
    return CARRIER != null && CARRIER.isInstance(thread);
  }

  /**
   * The thread that the JVM names as the owner of the monitors of this one, or null if it names
   * none: before JDK 24 it is the carrier of a virtual thread, which monitors pin to it.
   */
  public static Thread ownerInTheWordsOfTheJvm(Thread thread) {
    if (isVirtual(thread)) {
      return MONITORS_PIN ? carrierOf(thread) : null;
    }
    return isCarrier(thread) ? null : thread;
  }

  /** The thread that a virtual thread runs on or is pinned to, or null. */
  public static Thread carrierOf(Thread virtual) {
    return VirtualState.carrier(virtual);
  }

  /** What gives carriers to a virtual thread, or null. */
  public static Object schedulerOf(Thread virtual) {
    return VirtualState.scheduler(virtual);
  }

  /** True for a virtual thread that could run if it had a carrier. */
  public static boolean awaitsCarrier(Thread thread) {
    return isVirtual(thread)
        && carrierOf(thread) == null
        && schedulerOf(thread) != null
        && state(thread) == Thread.State.RUNNABLE;
  }

  public static boolean isWaiting(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
