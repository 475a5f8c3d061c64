package shop;

/** Two threads that take two locks each, one after the other as it happens, and for no reason. */
final class Turns {
  private volatile int done;

  void take(Runnable first, Runnable second) throws InterruptedException {
    Thread[] threads = {thread(0, first), thread(1, second)};
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private Thread thread(int turn, Runnable action) {
    return new Thread(
        () -> {
          while (done < turn) {
            Thread.onSpinWait();
          }
          action.run();
          done = turn + 1;
        });
  }
}
