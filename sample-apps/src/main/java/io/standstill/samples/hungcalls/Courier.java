package io.standstill.samples.hungcalls;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that lets everybody wait for a while, and then answers one caller after the other. */
final class Courier implements Closeable {
  private static final long AWAY_MILLIS = 30_000;
  private static final long TALKS_MILLIS = 200;
  private static final int HOUR = 17;

  private final ServerSocket server;

  private Courier(ServerSocket server) {
    this.server = server;
  }

  /** A courier whom so many may call at once. */
  static Courier open(int callers) throws IOException {
    Courier made = new Courier(new ServerSocket(0, callers, InetAddress.getLoopbackAddress()));
    Thread answering = new Thread(made::answer, "courier");
    answering.setDaemon(true);
    answering.start();
    return made;
  }

  Socket call() throws IOException {
    return new Socket(server.getInetAddress(), server.getLocalPort());
  }

  private void answer() {
    try {
      Thread.sleep(AWAY_MILLIS);
      while (true) {
        try (Socket caller = server.accept()) {
          Thread.sleep(TALKS_MILLIS);
          caller.getOutputStream().write(HOUR);
        }
      }
    } catch (IOException | InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
