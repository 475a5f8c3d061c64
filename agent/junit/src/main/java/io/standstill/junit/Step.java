package io.standstill.junit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Runs one step of a test under the watch. */
final class Step<T> {
  private final Watch watch;
  private final Span span;
  private final Settings settings;
  private final Code<T> code;

  Step(Watch watch, Span span, Settings settings, Code<T> code) {
    this.watch = watch;
    this.span = span;
    this.settings = settings;
    this.code = code;
  }

  /** What the step does. */
  interface Code<T> {
    T run() throws Throwable;
  }

  /** In this thread. */
  T run() throws Throwable {
    return run(null);
  }

  /** In a thread of its own, which is left behind if it can never end. */
  T runElsewhere() throws Throwable {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread here = Thread.currentThread();
    Thread thread = new Thread(() -> complete(result), here.getName() + "-separate");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return result.get();
      } catch (InterruptedException meantForTheTest) {
        thread.interrupt();
      } catch (ExecutionException failed) {
        throw failed.getCause();
      }
    }
  }

  private void complete(CompletableFuture<T> result) {
    try {
      result.complete(run(result::completeExceptionally));
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
    }
  }

  private T run(Consumer<AssertionError> leave) throws Throwable {
    Scope scope = new Scope(span, settings, Thread.currentThread(), leave);
    long started = ThreadIds.started();
    watch.open(scope);
    Throwable thrown = null;
    T result = null;
    try {
      result = code.run();
    } catch (Throwable fromCode) {
      thrown = fromCode;
    }
    List<Finding> found = watch.close(scope, started);
    if (!found.isEmpty()) {
      throw new DeadlockFoundError(found, thrown);
    }
    if (thrown != null) {
      throw thrown;
    }
    return result;
  }
}
