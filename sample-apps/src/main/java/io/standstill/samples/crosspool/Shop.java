package io.standstill.samples.crosspool;

import io.standstill.samples.BadLuck;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Orders run in one pool, payments in another, with two threads each. An order waits for its
 * payment; a payment asks the orders whether the goods are still there, and waits for the answer.
 * When two customers order at once, both pools are full of threads that wait for the other pool. In
 * the clean shop the order brings that answer along.
 */
public final class Shop {
  private final ExecutorService orders = Executors.newFixedThreadPool(2, named("orders"));
  private final ExecutorService payments = Executors.newFixedThreadPool(2, named("payments"));
  private final BadLuck twoCustomers;
  private final boolean careful;
  private volatile int books = 10;

  private Shop(BadLuck twoCustomers, boolean careful) {
    this.twoCustomers = twoCustomers;
    this.careful = careful;
  }

  /** Sells two books at the same time. */
  public static void main(String[] arguments) throws Exception {
    Shop shop = new Shop(BadLuck.among(2, arguments), BadLuck.clean(arguments));
    Future<String> first = shop.orders.submit(shop::order);
    Future<String> second = shop.orders.submit(shop::order);
    System.out.println(first.get() + ", " + second.get());
    shop.orders.shutdown();
    shop.payments.shutdown();
  }

  private String order() throws ExecutionException, InterruptedException {
    twoCustomers.strikes();
    boolean inStock = books > 0;
    return payments.submit(() -> careful ? receipt(inStock) : pay()).get();
  }

  private String pay() throws ExecutionException, InterruptedException {
    return receipt(orders.submit(() -> books > 0).get());
  }

  private static String receipt(boolean inStock) {
    return inStock ? "paid" : "sold out";
  }

  private static ThreadFactory named(String pool) {
    AtomicInteger number = new AtomicInteger();
    return task -> new Thread(task, pool + "-" + number.incrementAndGet());
  }
}
