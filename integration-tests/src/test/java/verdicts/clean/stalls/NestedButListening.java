package verdicts.clean.stalls;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/** Whoever waits behind the sleeper could wake it; but so does a handler, once a client calls. */
@Clean(options = {"stall-threshold=1s", "lock-threshold=600s"})
public final class NestedButListening {
  private static final ReentrantLock outer = new ReentrantLock();
  private static final ReentrantLock lock = new ReentrantLock();
  private static final Condition answered = lock.newCondition();
  private static boolean hasAnswer;

  private static void ask() throws InterruptedException {
    outer.lock();
    lock.lock();
    while (!hasAnswer) {
      answered.await();
    }
    lock.unlock();
    outer.unlock();
    System.out.println("answered");
  }

  private static void cancel() {
    outer.lock();
    answer();
    outer.unlock();
  }

  private static void answer() {
    lock.lock();
    hasAnswer = true;
    answered.signalAll();
    lock.unlock();
  }

  private static final class Server {
    private final Map<String, Body> handlers = new ConcurrentHashMap<>();

    void serve(ServerSocket socket) throws Exception {
      try (Socket client = socket.accept()) {
        handlers.get("/" + client.getInputStream().read()).run();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Server server = new Server();
      server.handlers.put("/7", NestedButListening::answer);
      Thread acceptor = Stage.start("acceptor", () -> server.serve(socket));
      Thread asking = Stage.start("asking", NestedButListening::ask);
      Stage.awaitRest(asking);
      Thread cancelling = Stage.start("cancelling", NestedButListening::cancel);
      Stage.pauseBeyondPatience();
      try (Socket client = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
        client.getOutputStream().write(7);
      }
      Stage.join(acceptor, asking, cancelling);
    }
  }
}
