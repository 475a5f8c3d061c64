package io.standstill.samples.virtualthreads;

import io.standstill.samples.BadLuck;
import io.standstill.samples.VirtualThreads;

/**
 * Two orders, each on a virtual thread of its own, need the oven and the pan, in opposite order.
 * The JVM's own deadlock detection knows nothing of virtual threads and reports nothing. The clean
 * kitchen has one order for its tools: the oven always comes first.
 */
public final class Restaurant {
  private Restaurant() {}

  /** Takes two orders. */
  public static void main(String[] arguments) throws InterruptedException {
    VirtualThreads.require();
    Kitchen kitchen = new Kitchen(BadLuck.among(2, arguments));
    boolean clean = BadLuck.clean(arguments);
    Thread lasagne = VirtualThreads.start("lasagne", kitchen::ovenThenPan);
    Thread omelette =
        VirtualThreads.start("omelette", clean ? kitchen::ovenThenPan : kitchen::panThenOven);
    lasagne.join();
    omelette.join();
    System.out.println("Both dishes are served.");
  }
}
