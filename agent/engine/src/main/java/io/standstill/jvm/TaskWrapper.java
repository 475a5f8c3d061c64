package io.standstill.jvm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;

/** How a class of the JDK wraps the tasks that applications give it to run. */
public final class TaskWrapper {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String FUTURE = CONCURRENT + "CompletableFuture$";
  private static final String FORK_JOIN = CONCURRENT + "ForkJoinTask$";
  private static final String EXECUTORS = CONCURRENT + "Executors$";

  /** Instead of a field: the task itself is the future. */
  private static final String ITSELF = "";

  /** By name: some came with later JDKs, and those of AWT are loaded by none but users of it. */
  private static final Map<String, Parts> BY_CLASS =
      Map.ofEntries(
          Map.entry(FutureTask.class.getName(), new Parts("callable", ITSELF)),
          Map.entry(CONCURRENT + "ExecutorCompletionService$QueueingFuture", future("task")),
          Map.entry(EXECUTORS + "RunnableAdapter", plain("task")),
          Map.entry(EXECUTORS + "PrivilegedCallable", plain("task")),
          Map.entry(EXECUTORS + "PrivilegedCallableUsingCurrentClassLoader", plain("task")),
          Map.entry(FUTURE + "AsyncSupply", new Parts("fn", "dep")),
          Map.entry(FUTURE + "AsyncRun", new Parts("fn", "dep")),
          Map.entry(FUTURE + "UniCompletion", new Parts("fn", "dep")),
          Map.entry(FUTURE + "TaskSubmitter", new Parts("action", null, true)),
          Map.entry(FORK_JOIN + "AdaptedRunnable", future("runnable")),
          Map.entry(FORK_JOIN + "AdaptedRunnableAction", future("runnable")),
          Map.entry(FORK_JOIN + "AdaptedInterruptibleRunnable", future("runnable")),
          Map.entry(FORK_JOIN + "AdaptedCallable", future("callable")),
          Map.entry(FORK_JOIN + "AdaptedInterruptibleCallable", future("callable")),
          Map.entry(FORK_JOIN + "CallableWithTimeout", future("callable")),
          // What execute() makes, so that nobody else has it to wait for.
          Map.entry(FORK_JOIN + "RunnableExecuteAction", plain("runnable")),
          Map.entry(CONCURRENT + "ThreadPerTaskExecutor$TaskRunner", plain("task")),
          Map.entry("java.awt.event.InvocationEvent", plain("runnable")));

  /** Of the wrappers that every JDK has, those without whose insides no pool can be understood. */
  private static final List<String> NEEDED =
      List.of(
          FutureTask.class.getName(),
          CONCURRENT + "ExecutorCompletionService$QueueingFuture",
          EXECUTORS + "RunnableAdapter",
          FUTURE + "AsyncSupply",
          FUTURE + "AsyncRun");

  /** Of classes of the JDK only, which are never unloaded. */
  private static final Map<Class<?>, TaskWrapper> KNOWN = new ConcurrentHashMap<>();

  private final PrivateField inner;
  private final PrivateField completed;
  private final boolean isFuture;
  private final boolean later;

  /**
   * What the fields are called.
   *
   * @param inner holds what is run
   * @param completed holds the future that is completed then; {@link #ITSELF}, or null
   * @param later true if another thread runs it
   */
  private record Parts(String inner, String completed, boolean later) {
    Parts(String inner, String completed) {
      this(inner, completed, false);
    }

    boolean namesFuture() {
      return completed != null && !completed.equals(ITSELF);
    }
  }

  private static Parts future(String inner) {
    return new Parts(inner, ITSELF);
  }

  private static Parts plain(String inner) {
    return new Parts(inner, null);
  }

  private TaskWrapper(Class<?> type, Parts parts) {
    this.inner = PrivateField.inherited(type, parts.inner);
    this.isFuture = ITSELF.equals(parts.completed);
    this.completed = parts.namesFuture() ? PrivateField.inherited(type, parts.completed) : null;
    this.later = parts.later;
  }

  /** Throws {@link IllegalStateException} if this JDK's wrappers are not what is known here. */
  public static void requireKnown() {
    PrivateField.of(FUTURE + "UniCompletion", "dep"); // What such a stage runs lies in subclasses.
    for (String owner : NEEDED) {
      Parts parts = BY_CLASS.get(owner);
      PrivateField.of(owner, parts.inner);
      if (parts.namesFuture()) {
        PrivateField.of(owner, parts.completed);
      }
    }
  }

  /** How a task wraps another, or null if its class is no wrapper. */
  public static TaskWrapper of(Object task) {
    Class<?> ofJdk = task.getClass();
    while (ofJdk.getClassLoader() != null) {
      ofJdk = ofJdk.getSuperclass();
    }
    TaskWrapper known = KNOWN.get(ofJdk);
    return known == null ? find(ofJdk) : known;
  }

  private static TaskWrapper find(Class<?> ofJdk) {
    for (Class<?> type = ofJdk; type != null; type = type.getSuperclass()) {
      Parts parts = BY_CLASS.get(type.getName());
      if (parts != null) {
        TaskWrapper found = new TaskWrapper(ofJdk, parts);
        KNOWN.put(ofJdk, found);
        return found;
      }
    }
    return null;
  }

  /** What such a task would run; null if it has run already, or runs nothing. */
  public Object inner(Object task) {
    return inner == null ? null : inner.get(task);
  }

  /** The future that such a task would complete, or null. */
  public Object completed(Object task) {
    if (isFuture) {
      return task;
    }
    return completed == null ? null : completed.get(task);
  }

  /** True if another thread runs what is inside: such a task only hands it on. */
  public boolean isRunLater() {
    return later;
  }
}
