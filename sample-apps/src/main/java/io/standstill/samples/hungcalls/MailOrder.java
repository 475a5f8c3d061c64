package io.standstill.samples.hungcalls;

import io.standstill.samples.BadLuck;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Four clerks and twenty orders. For each order a clerk calls the courier, and today nobody picks
 * up: after four calls no clerk is free, and the other orders lie in the queue until the courier is
 * back. The clean clerk hangs up after half a second and puts the order off.
 */
public final class MailOrder {
  private static final int CLERKS = 4;
  private static final int ORDERS = 20;
  private static final int PATIENCE_MILLIS = 500;
  private static final int FOR_EVER = 0;

  private final ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
  private final Courier courier;
  private final int patienceMillis;

  private MailOrder(Courier courier, int patienceMillis) {
    this.courier = courier;
    this.patienceMillis = patienceMillis;
  }

  /** One morning's orders. */
  public static void main(String[] arguments) throws Exception {
    int patience = BadLuck.clean(arguments) ? PATIENCE_MILLIS : FOR_EVER;
    try (Courier courier = Courier.open(ORDERS)) {
      MailOrder house = new MailOrder(courier, patience);
      List<Future<String>> orders =
          IntStream.rangeClosed(1, ORDERS).mapToObj(house::order).toList();
      for (Future<String> order : orders) {
        System.out.println(order.get());
      }
      house.clerks.shutdown();
    }
  }

  private Future<String> order(int number) {
    return clerks.submit(() -> "Order " + number + " " + send());
  }

  private String send() throws IOException {
    try (Socket call = courier.call()) {
      call.setSoTimeout(patienceMillis);
      return "is picked up at " + call.getInputStream().read() + " o'clock.";
    } catch (SocketTimeoutException nobodyThere) {
      return "has to wait until tomorrow.";
    }
  }
}
