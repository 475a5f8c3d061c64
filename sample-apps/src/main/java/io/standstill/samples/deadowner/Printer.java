package io.standstill.samples.deadowner;

import io.standstill.samples.BadLuck;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A print job runs out of paper, throws, and its thread ends without unlocking the printer, for
 * nobody wrote {@code finally}. The next job waits for a thread that is gone. The clean printer is
 * unlocked whatever happens.
 */
public final class Printer {
  private final Lock lock = new ReentrantLock();
  private final boolean careful;

  private Printer(boolean careful) {
    this.careful = careful;
  }

  /** Prints two documents. */
  public static void main(String[] arguments) throws InterruptedException {
    Printer printer = new Printer(BadLuck.clean(arguments));
    Thread thesis = new Thread(() -> printer.print(800), "print-thesis");
    thesis.setUncaughtExceptionHandler(
        (thread, failure) -> System.out.println(thread.getName() + ": " + failure.getMessage()));
    thesis.start();
    thesis.join();
    Thread letter = new Thread(() -> printer.print(1), "print-letter");
    letter.start();
    letter.join();
    System.out.println("The letter is printed.");
  }

  private void print(int pages) {
    lock.lock();
    if (careful) {
      try {
        feed(pages);
      } finally {
        lock.unlock();
      }
    } else {
      feed(pages);
      lock.unlock();
    }
  }

  private static void feed(int pages) {
    if (pages > 500) {
      throw new IllegalStateException("out of paper");
    }
  }
}
