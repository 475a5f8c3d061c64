package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The shop asks the bank, and the bank asks the shop: two pools of one, a ring of two. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"shop-1", "bank-1"},
    pools = {"shop", "bank"})
public final class TwoPools {
  public static void main(String[] args) {
    ExecutorService shop = Pools.fixed("shop", 1);
    ExecutorService bank = Pools.fixed("bank", 1);
    shop.submit(
        () -> {
          Future<?> paid =
              bank.submit(
                  () -> {
                    Future<?> confirmed = shop.submit(() -> System.out.println("never"));
                    return confirmed.get(); // waits
                  });
          return paid.get(); // waits
        });
    Stage.stuckNamed("shop-1", "bank-1");
  }
}
