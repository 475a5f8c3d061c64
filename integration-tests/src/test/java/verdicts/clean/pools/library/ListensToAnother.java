package verdicts.clean.pools.library;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.library.Listenable;

/**
 * A library's future listens to one that is queued and to one that a thread completes, late.
 * Another one is merely known to a queued task, which would wait for it too: main completes it.
 */
@Clean
public final class ListensToAnother {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 1);
    ExecutorService desk = Pools.fixed("desk", 1);
    Listenable<Integer> late = new Listenable<>();
    Thread other =
        Stage.start(
            "other",
            () -> {
              Stage.pauseBeyondPatience();
              late.set(7);
            });
    Future<Integer> first =
        pool.submit(
            () -> {
              Listenable.Task<Integer> queued = new Listenable.Task<>(() -> 20);
              pool.execute(queued);
              return queued.or(late).map(number -> number + 1).get();
            });
    Listenable<Integer> answer = new Listenable<>();
    Listenable<Integer> next = answer.map(number -> number + 1);
    Future<Integer> asked = desk.submit(() -> next.get());
    desk.execute(() -> next.get());
    Stage.pauseBeyondPatience();
    Stage.longPause();
    answer.set(7);
    System.out.println(first.get() + asked.get());
    Stage.join(other);
    Pools.end(pool, desk);
  }
}
