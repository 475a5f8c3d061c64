package io.standstill.samples.join;

import io.standstill.samples.BadLuck;

/** Has one worker that delivers mail until it is told to stop. */
final class MailServer {
  private final Thread worker = new Thread(this::deliver, "mail-worker");
  private final BadLuck stoppedWhileBusy;
  private boolean stopping;

  MailServer(BadLuck stoppedWhileBusy) {
    this.stoppedWhileBusy = stoppedWhileBusy;
  }

  void start() {
    worker.start();
  }

  synchronized void stop() throws InterruptedException {
    stopping = true;
    stoppedWhileBusy.strikes();
    worker.join();
  }

  void stopCarefully() throws InterruptedException {
    synchronized (this) {
      stopping = true;
    }
    worker.join();
  }

  private void deliver() {
    do {
      stoppedWhileBusy.strikes();
    } while (!isStopping());
  }

  private synchronized boolean isStopping() {
    return stopping;
  }
}
