package io.standstill.samples.ownpool;

import io.standstill.samples.BadLuck;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Four bakers, one pool. Baking a cake means asking the same pool for its glaze and waiting for it.
 * With one cake in the oven that goes well; on the day of four cakes all bakers wait, and the four
 * glazes stay in the queue behind them. In the clean bakery another pool makes the glazes.
 */
public final class Bakery {
  private static final List<String> CAKES = List.of("Sacher", "Linzer", "Dobos", "Esterhazy");

  private final ExecutorService bakers = Executors.newFixedThreadPool(4);
  private final ExecutorService glazers;
  private final BadLuck allOvensFull;

  private Bakery(BadLuck allOvensFull, boolean careful) {
    this.allOvensFull = allOvensFull;
    glazers = careful ? Executors.newFixedThreadPool(1) : bakers;
  }

  /** Opens the bakery for one order of four cakes. */
  public static void main(String[] arguments) throws Exception {
    BadLuck allOvensFull = BadLuck.among(CAKES.size(), arguments);
    Bakery bakery = new Bakery(allOvensFull, BadLuck.clean(arguments));
    List<Future<String>> order = CAKES.stream().map(bakery::order).toList();
    for (Future<String> cake : order) {
      System.out.println(cake.get());
    }
    bakery.bakers.shutdown();
    bakery.glazers.shutdown();
  }

  private Future<String> order(String cake) {
    return bakers.submit(() -> bake(cake));
  }

  private String bake(String cake) throws InterruptedException, ExecutionException {
    allOvensFull.strikes();
    Future<String> glaze = glazers.submit(() -> "glaze");
    return cake + " with " + glaze.get();
  }
}
