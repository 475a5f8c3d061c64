package io.standstill.samples.slowcall;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** A server that answers its first caller, but not soon. */
final class Wholesaler implements Closeable {
  private static final long THINKS_MILLIS = 20_000;
  private static final int PRICE = 43;

  private final ServerSocket server;
  private final CountDownLatch called = new CountDownLatch(1);

  private Wholesaler(ServerSocket server) {
    this.server = server;
  }

  static Wholesaler open() throws IOException {
    Wholesaler made = new Wholesaler(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    Thread answering = new Thread(made::answer, "wholesaler");
    answering.setDaemon(true);
    answering.start();
    return made;
  }

  Socket call() throws IOException {
    return new Socket(server.getInetAddress(), server.getLocalPort());
  }

  /** Waits until somebody waits for an answer. */
  void awaitCall() throws InterruptedException {
    called.await();
  }

  private void answer() {
    try (Socket caller = server.accept()) {
      called.countDown();
      Thread.sleep(THINKS_MILLIS);
      caller.getOutputStream().write(PRICE);
    } catch (IOException | InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
