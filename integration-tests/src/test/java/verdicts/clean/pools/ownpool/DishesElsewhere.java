package verdicts.clean.pools.ownpool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Cooks wait for dishes of a second kitchen: every one of them, for long, with orders queued. */
@Clean
public final class DishesElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService kitchen = Pools.fixed("kitchen", 2);
    ExecutorService bakery = Executors.newFixedThreadPool(1);
    List<Future<Integer>> orders = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      orders.add(
          kitchen.submit(
              () -> {
                Future<Integer> dish =
                    bakery.submit(
                        () -> {
                          Stage.sleep(600);
                          return 1;
                        });
                return dish.get();
              }));
    }
    int sum = 0;
    for (Future<Integer> order : orders) {
      sum += order.get();
    }
    Pools.end(kitchen, bakery);
    System.out.println(sum);
  }
}
