package verdicts.clean.pools.observers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.observers.Source;

/** A queued task has the observer, but so has a thread that answers first, though late. */
@Clean
public final class AnsweredByThread {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("single", 1);
    Source.Awaiting<Integer> observer = new Source.Awaiting<>();
    Thread other = new Thread(new Answer(observer), "other");
    other.start();
    Future<Integer> answer =
        pool.submit(
            () -> {
              Source.of(() -> 1).on(pool).map(n -> n + 1).subscribe(observer);
              return observer.value();
            });
    Stage.join(other);
    System.out.println(answer.get());
    Pools.end(pool);
  }

  private record Answer(Source.Awaiting<Integer> observer) implements Runnable {
    @Override
    public void run() {
      Stage.pauseBeyondPatience();
      observer.onValue(7);
    }
  }
}
