package verdicts.pooldeadlock.observers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** As reactive libraries have it: nothing is done before somebody observes. */
public abstract class Source<T> {

  public abstract void subscribe(Observer<T> observer);

  /** One value, made for each observer. */
  public static <T> Source<T> of(Supplier<T> value) {
    return new Source<>() {
      @Override
      public void subscribe(Observer<T> observer) {
        observer.onValue(value.get());
      }
    };
  }

  /** The same, made by an executor. */
  public Source<T> on(Executor executor) {
    Source<T> upstream = this;
    return new Source<>() {
      @Override
      public void subscribe(Observer<T> observer) {
        executor.execute(new Subscription<>(upstream, observer));
      }
    };
  }

  /** Other values, made from these. */
  public <R> Source<R> map(Function<T, R> function) {
    Source<T> upstream = this;
    return new Source<>() {
      @Override
      public void subscribe(Observer<R> observer) {
        upstream.subscribe(new Mapped<>(function, observer));
      }
    };
  }

  /** Waits for the value. */
  public T await() throws InterruptedException {
    Awaiting<T> observer = new Awaiting<>();
    subscribe(observer);
    return observer.value();
  }

  private record Mapped<T, R>(Function<T, R> function, Observer<R> downstream)
      implements Observer<T> {
    @Override
    public void onValue(T value) {
      downstream.onValue(function.apply(value));
    }
  }

  private static final class Subscription<T> implements Runnable, Observer<T> {
    private final Source<T> upstream;
    private final Observer<T> downstream;

    Subscription(Source<T> upstream, Observer<T> downstream) {
      this.upstream = upstream;
      this.downstream = downstream;
    }

    @Override
    public void run() {
      upstream.subscribe(this);
    }

    @Override
    public void onValue(T value) {
      downstream.onValue(value);
    }
  }

  /** A latch that opens itself. */
  public static final class Awaiting<T> extends CountDownLatch implements Observer<T> {
    private T value;

    public Awaiting() {
      super(1);
    }

    @Override
    public void onValue(T told) {
      value = told;
      countDown();
    }

    public T value() throws InterruptedException {
      await();
      return value;
    }
  }
}
