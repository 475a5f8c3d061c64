package verdicts.clean.pools.latches;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A thread waits under a monitor for a latch, the only worker wants the monitor, and a queued task
 * knows the latch; but what counts it down is a thread that reads from a socket.
 */
@Clean
public final class MonitorAndSocket {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("worker", 1);
    Object monitor = new Object();
    CountDownLatch arrived = new CountDownLatch(1);
    Meeting meeting = new Meeting(2);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              synchronized (monitor) {
                meeting.meet();
                arrived.await();
              }
            });
    pool.submit(
        () -> {
          meeting.meet();
          synchronized (monitor) {
            monitor.notifyAll();
          }
        });
    Future<Long> asking = pool.submit(() -> arrived.getCount());
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Stage.start(
          "reader",
          () -> {
            client.getInputStream().read();
            arrived.countDown();
          });
      Stage.pauseBeyondPatience();
      accepted.getOutputStream().write(1);
      System.out.println(asking.get());
    }
    holder.join();
    Pools.end(pool);
  }
}
