package io.standstill.samples.mixed;

import io.standstill.samples.BadLuck;

/** What one customer has reserved. */
final class Cart {
  private final BadLuck sameMoment;
  private int items;

  Cart(BadLuck sameMoment) {
    this.sameMoment = sameMoment;
  }

  synchronized void reserve(Shelf shelf) {
    sameMoment.strikes();
    shelf.take();
    items++;
  }

  synchronized int items() {
    return items;
  }
}
