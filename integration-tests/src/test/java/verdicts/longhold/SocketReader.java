package verdicts.longhold;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import verdicts.Stage;
import verdicts.Verdict;

/** One reads from a server that says nothing, in a monitor that three others need. */
@Verdict(
    kind = "long-hold",
    summary = "3 threads wait, directly or not, for http-3, which reads from a socket in",
    lockNames = "SocketReader.CACHE",
    waitingBehind = 2,
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class SocketReader {
  private static final Object CACHE = new Object();

  private static void visit() {
    synchronized (CACHE) { // waits
      Thread.onSpinWait();
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread reader =
          Stage.start(
              "http-3",
              () -> {
                synchronized (CACHE) { // holds
                  try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                    socket.getInputStream().read();
                  }
                }
              });
      Socket client = server.accept();
      Stage.awaitRest(reader);
      Thread[] visitors = new Thread[3];
      for (int i = 0; i < visitors.length; i++) {
        visitors[i] = Stage.start("visitor-" + i, SocketReader::visit);
      }
      Stage.stuck(visitors);
      client.close();
      Stage.join(visitors);
      reader.join();
    }
    Stage.say("RESOLVED");
  }
}
