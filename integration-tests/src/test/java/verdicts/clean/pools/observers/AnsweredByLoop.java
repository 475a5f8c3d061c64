package verdicts.clean.pools.observers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.observers.Observer;
import verdicts.pooldeadlock.observers.Source;

/** The event loop of a library, an executor too, knows the observer and answers it, though late. */
@Clean
public final class AnsweredByLoop {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("single", 1);
    Loop loop = new Loop();
    Source.Awaiting<Integer> observer = new Source.Awaiting<>();
    loop.observers.add(observer);
    Thread thread = new Thread(loop::run, "loop");
    thread.start();
    Future<Integer> answer =
        pool.submit(
            () -> {
              Source.of(() -> 1).on(pool).map(n -> n + 1).subscribe(observer);
              return observer.value();
            });
    Stage.join(thread);
    System.out.println(answer.get());
    Pools.end(pool);
  }

  private static final class Loop implements Executor {
    final List<Observer<Integer>> observers = new CopyOnWriteArrayList<>();

    void run() {
      Stage.pauseBeyondPatience();
      observers.forEach(observer -> observer.onValue(7));
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }
  }
}
