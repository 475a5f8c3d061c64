package io.standstill.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The JDK's own tasks around those of the application.
 *
 * @param inner fields that hold what is run
 * @param completes the field with the future that is completed then, {@code ""} for the task
 *     itself, or null
 * @param later true if another thread runs it
 */
record Wrapper(List<String> inner, String completes, boolean later) {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String FUTURE = CONCURRENT + "CompletableFuture$";
  private static final String FORK_JOIN = CONCURRENT + "ForkJoinTask$";
  private static final String EXECUTORS = CONCURRENT + "Executors$";

  private static final Map<String, Wrapper> BY_CLASS =
      Map.ofEntries(
          Map.entry(CONCURRENT + "FutureTask", of("callable", "")),
          Map.entry(EXECUTORS + "RunnableAdapter", of("task", null)),
          Map.entry(EXECUTORS + "PrivilegedCallable", of("task", null)),
          Map.entry(EXECUTORS + "PrivilegedCallableUsingCurrentClassLoader", of("task", null)),
          Map.entry(FUTURE + "AsyncSupply", of("fn", "dep")),
          Map.entry(FUTURE + "AsyncRun", of("fn", "dep")),
          Map.entry(FUTURE + "UniCompletion", of("fn", "dep")),
          Map.entry(FUTURE + "TaskSubmitter", new Wrapper(List.of("action"), null, true)),
          Map.entry(FORK_JOIN + "AdaptedRunnable", of("runnable", "")),
          Map.entry(FORK_JOIN + "AdaptedRunnableAction", of("runnable", "")),
          Map.entry(FORK_JOIN + "RunnableExecuteAction", of("runnable", "")),
          Map.entry(FORK_JOIN + "AdaptedInterruptibleRunnable", of("runnable", "")),
          Map.entry(FORK_JOIN + "AdaptedCallable", of("callable", "")),
          Map.entry(FORK_JOIN + "AdaptedInterruptibleCallable", of("callable", "")),
          Map.entry(CONCURRENT + "ThreadPerTaskExecutor$TaskRunner", of("task", null)),
          Map.entry("java.awt.event.InvocationEvent", of("runnable", null)));

  private static Wrapper of(String inner, String completes) {
    return new Wrapper(List.of(inner), completes, false);
  }

  /** How a task wraps others, or null if its class is no wrapper. */
  static Wrapper of(Object task) {
    for (Class<?> type = task.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getClassLoader() == null) {
        Wrapper wrapper = BY_CLASS.get(type.getName());
        if (wrapper != null) {
          return wrapper;
        }
      }
    }
    return null;
  }

  /** What a task would run. */
  List<Object> inner(Object task) {
    List<Object> values = new ArrayList<>();
    for (String field : inner) {
      Object value = valueOf(field, task);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** The future that a task would complete, or null. */
  Object completed(Object task) {
    if (completes == null) {
      return null;
    }
    return completes.isEmpty() ? task : valueOf(completes, task);
  }

  /** In the JDK's wrappers a field of these names is a reference, whichever class declares it. */
  private static Object valueOf(String field, Object task) {
    for (Class<?> type = task.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getClassLoader() == null && Fields.exists(type, field)) {
        return Fields.get(type, field, task);
      }
    }
    return null;
  }
}
