package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * A class of the JDK whose tasks run another one.
 *
 * @param inner the field with the task that is run
 */
record Wrapper(PrivateField inner) {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String FORK_JOIN = CONCURRENT + "ForkJoinTask$";

  /** The innermost subclass first; some of the fork-join ones came with later JDKs. */
  private static final List<Wrapper> ALL =
      Stream.of(
              PrivateField.of(CONCURRENT + "ExecutorCompletionService$QueueingFuture", "task"),
              PrivateField.of(FutureTask.class, "callable"),
              PrivateField.of(CONCURRENT + "Executors$RunnableAdapter", "task"),
              PrivateField.ifPresent(FORK_JOIN + "AdaptedRunnable", "runnable"),
              PrivateField.ifPresent(FORK_JOIN + "AdaptedRunnableAction", "runnable"),
              PrivateField.ifPresent(FORK_JOIN + "RunnableExecuteAction", "runnable"),
              PrivateField.ifPresent(FORK_JOIN + "AdaptedInterruptibleRunnable", "runnable"),
              PrivateField.ifPresent(FORK_JOIN + "AdaptedCallable", "callable"),
              PrivateField.ifPresent(FORK_JOIN + "AdaptedInterruptibleCallable", "callable"),
              PrivateField.ifPresent(FORK_JOIN + "CallableWithTimeout", "callable"),
              PrivateField.of(CONCURRENT + "CompletableFuture$AsyncSupply", "fn"),
              PrivateField.of(CONCURRENT + "CompletableFuture$AsyncRun", "fn"))
          .filter(Objects::nonNull)
          .map(Wrapper::new)
          .toList();

  /** What a task of the JDK was made to run; null if it is none, or has run already. */
  static Object inside(Object task) {
    for (Wrapper wrapper : ALL) {
      if (wrapper.inner.owner().isInstance(task)) {
        return wrapper.inner.get(task);
      }
    }
    return AwtEvents.task(task);
  }
}
