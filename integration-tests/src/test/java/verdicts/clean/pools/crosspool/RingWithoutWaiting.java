package verdicts.clean.pools.crosspool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** The shop asks the bank and the bank asks the shop, but nobody waits: the rest is a new task. */
@Clean
public final class RingWithoutWaiting {
  public static void main(String[] args) throws Exception {
    ExecutorService shop = Pools.fixed("shop", 1);
    ExecutorService bank = Pools.fixed("bank", 1);
    CompletableFuture<String> sold = new CompletableFuture<>();
    shop.execute(
        () ->
            bank.execute(
                () -> {
                  Stage.longPause();
                  shop.execute(() -> sold.complete("sold"));
                }));
    Future<String> queued = shop.submit(() -> "next");
    System.out.println(sold.get() + " " + queued.get());
    Pools.end(shop, bank);
  }
}
