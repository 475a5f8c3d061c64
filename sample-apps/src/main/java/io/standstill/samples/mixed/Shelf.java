package io.standstill.samples.mixed;

import io.standstill.samples.BadLuck;

/** Where the goods are. */
final class Shelf {
  private int goods = 100;

  synchronized void take() {
    goods--;
  }

  int count(Cart cart, BadLuck sameMoment, boolean careful) {
    int here;
    synchronized (this) {
      sameMoment.strikes();
      here = goods;
      if (!careful) {
        return here + cart.items();
      }
    }
    return here + cart.items();
  }
}
