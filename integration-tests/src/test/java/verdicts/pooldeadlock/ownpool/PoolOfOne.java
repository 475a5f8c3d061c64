package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A cook orders a soup from his own kitchen, and waits for it. There is one cook. */
@Verdict(
    kind = "pool-deadlock",
    threads = "kitchen-1",
    pools = "kitchen",
    needs = 2,
    tasks = "PoolOfOne$Soup")
public final class PoolOfOne {
  /** What is never cooked. */
  static final class Soup implements Callable<String> {
    @Override
    public String call() {
      System.out.println("never");
      return "soup";
    }
  }

  public static void main(String[] args) {
    ExecutorService kitchen = Pools.fixed("kitchen", 1);
    kitchen.submit(
        () -> {
          Future<String> soup = kitchen.submit(new Soup());
          return soup.get(); // waits
        });
    Stage.stuckNamed("kitchen-1");
  }
}
