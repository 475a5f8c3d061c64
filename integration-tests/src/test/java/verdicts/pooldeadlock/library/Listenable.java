package verdicts.pooldeadlock.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** A future of a library that tells others when it is there; its one waiter parks on it. */
public class Listenable<T> implements Future<T> {
  private final List<Runnable> listeners = new ArrayList<>();
  private volatile Thread waiter;
  private volatile boolean done;
  private T value;

  /** Completes it, and tells who listens. */
  public final void set(T result) {
    List<Runnable> told;
    synchronized (this) {
      value = result;
      done = true;
      told = List.copyOf(listeners);
    }
    LockSupport.unpark(waiter);
    told.forEach(Runnable::run);
  }

  /** Another one, made from the value of this one. */
  public final <R> Listenable<R> map(Function<T, R> function) {
    Mapped<T, R> mapped = new Mapped<>(this, function);
    listen(mapped);
    return mapped;
  }

  /** What comes first, this one or the other one. */
  public final Listenable<T> or(Listenable<T> other) {
    Mapped<T, T> first = new Mapped<>(other, value -> value);
    other.listen(first);
    listen(() -> first.set(value));
    return first;
  }

  private void listen(Runnable listener) {
    synchronized (this) {
      listeners.add(listener);
      if (!done) {
        return;
      }
    }
    listener.run();
  }

  @Override
  public T get() {
    waiter = Thread.currentThread();
    while (!done) {
      LockSupport.park(this);
    }
    return value;
  }

  @Override
  public T get(long timeout, TimeUnit unit) {
    return get();
  }

  @Override
  public boolean cancel(boolean interrupting) {
    return false;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public boolean isDone() {
    return done;
  }

  /** One that is completed by running it. */
  public static final class Task<T> extends Listenable<T> implements Runnable {
    private final Supplier<T> work;

    public Task(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      set(work.get());
    }
  }

  private static final class Mapped<T, R> extends Listenable<R> implements Runnable {
    private final Listenable<T> source;
    private final Function<T, R> function;

    Mapped(Listenable<T> source, Function<T, R> function) {
      this.source = source;
      this.function = function;
    }

    @Override
    public void run() {
      set(function.apply(source.get()));
    }
  }
}
