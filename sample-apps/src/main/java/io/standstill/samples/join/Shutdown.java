package io.standstill.samples.join;

import io.standstill.samples.BadLuck;

/**
 * A mail server is told to stop. It takes its own monitor and waits in there until its worker has
 * ended; the worker needs that monitor to see that it shall end. The clean server says stop under
 * the monitor, and waits outside.
 */
public final class Shutdown {
  private Shutdown() {}

  /** Starts the server and stops it. */
  public static void main(String[] arguments) throws InterruptedException {
    MailServer server = new MailServer(BadLuck.among(2, arguments));
    server.start();
    if (BadLuck.clean(arguments)) {
      server.stopCarefully();
    } else {
      server.stop();
    }
    System.out.println("The server has stopped.");
  }
}
