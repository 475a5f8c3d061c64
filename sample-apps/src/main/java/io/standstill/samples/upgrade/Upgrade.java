package io.standstill.samples.upgrade;

import io.standstill.samples.BadLuck;

/**
 * A web page cache behind a read-write lock. On a miss, the careless cache asks for the write lock
 * while it still holds the read lock, and waits for the last reader to leave: itself. One thread is
 * enough to stand still. The clean cache lets go of the read lock first, and looks again.
 */
public final class Upgrade {
  private Upgrade() {}

  /** Asks for a page that is not there yet. */
  public static void main(String[] arguments) throws InterruptedException {
    PageCache cache = new PageCache(BadLuck.clean(arguments));
    Thread renderer = new Thread(() -> System.out.println(cache.page("/index")), "renderer");
    renderer.start();
    renderer.join();
  }
}
