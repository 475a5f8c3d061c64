package verdicts.clean.pools.completable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * Workers wait for futures that main completes late: by way of a lambda in a local variable, and of
 * a registry in a static field. Tasks behind them would complete the futures too.
 */
@Clean
public final class CompletedOutOfSight {
  private static final Map<String, CompletableFuture<String>> pending = new ConcurrentHashMap<>();

  private static Future<String> ask(ExecutorService pool, CompletableFuture<String> answer) {
    Future<String> asked = pool.submit(() -> answer.get());
    pool.execute(() -> answer.complete("too late"));
    return asked;
  }

  private static void answer(String id) {
    pending.remove(id).complete("answered " + id);
  }

  public static void main(String[] args) throws Exception {
    ExecutorService byLambda = Pools.fixed("lambda", 1);
    ExecutorService byRegistry = Pools.fixed("registry", 1);
    CompletableFuture<String> one = new CompletableFuture<>();
    pending.put("other", new CompletableFuture<>());
    Consumer<String> finish = text -> one.complete(text);
    List<Future<String>> asked = new ArrayList<>();
    asked.add(ask(byLambda, one));
    asked.add(ask(byRegistry, pending.get("other")));
    Stage.pauseBeyondPatience();
    finish.accept("answered one");
    answer("other");
    for (Future<String> each : asked) {
      System.out.println(each.get());
    }
    Pools.end(byLambda, byRegistry);
  }
}
