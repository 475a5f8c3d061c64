package verdicts.clean.pools.completable;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * Workers wait for futures that main completes late: by way of a listener that it has in an array,
 * and of a registry of listeners. Tasks behind the workers would complete the futures too.
 */
@Clean
public final class CompletedOutOfSight {
  private static final Map<String, Listener> listeners = new ConcurrentHashMap<>();

  /** Is told an answer. */
  interface Listener {
    void onAnswer(String answer);
  }

  private record Completing(CompletableFuture<String> future) implements Listener {
    @Override
    public void onAnswer(String answer) {
      future.complete(answer);
    }
  }

  private static Future<String> ask(ExecutorService pool, CompletableFuture<String> answer) {
    Future<String> asked = pool.submit(() -> answer.get());
    pool.execute(() -> answer.complete("too late"));
    return asked;
  }

  private static void tell(Listener[] local) {
    local[0].onAnswer("to the local one");
    listeners.get("registered").onAnswer("to the registered one");
  }

  public static void main(String[] args) throws Exception {
    ExecutorService desk = Pools.fixed("desk", 1);
    ExecutorService counter = Pools.fixed("counter", 1);
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    Listener[] local = {new Completing(first)};
    listeners.put("registered", new Completing(second));
    Future<String> atDesk = ask(desk, first);
    Future<String> atCounter = ask(counter, second);
    Stage.pauseBeyondPatience();
    Stage.longPause();
    tell(local);
    System.out.println(atDesk.get() + ", " + atCounter.get());
    Pools.end(desk, counter);
  }
}
