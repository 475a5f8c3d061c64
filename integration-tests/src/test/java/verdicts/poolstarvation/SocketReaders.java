package verdicts.poolstarvation;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** All workers read from a server that says nothing, until it does. */
@Verdict(
    kind = "pool-starvation",
    certainty = {"certain", "likely", "possible"},
    pools = "pool-1",
    summary = "3 of 3",
    resolved = true,
    options = "pool-threshold=2s")
public final class SocketReaders {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    List<Socket> clients = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 4; i++) {
        pool.submit(
            () -> {
              try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                return socket.getInputStream().read();
              }
            });
      }
      for (int i = 0; i < 3; i++) {
        clients.add(server.accept());
      }
      Stage.stuckNamed("pool-1-thread-1", "pool-1-thread-2", "pool-1-thread-3");
      for (Socket client : clients) {
        client.close();
      }
      server.accept().close();
      Pools.end(pool);
    }
    Stage.say("RESOLVED");
  }
}
