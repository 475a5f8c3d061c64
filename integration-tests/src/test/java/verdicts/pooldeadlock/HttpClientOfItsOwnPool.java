package verdicts.pooldeadlock;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import verdicts.Stage;
import verdicts.Verdict;

/** The client of the JDK needs its executor to go on; a task there waits for the answer. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "worker",
    pools = "worker",
    tasks = "jdk.internal.net.http",
    needs = 2,
    withinSeconds = 30)
public final class HttpClientOfItsOwnPool {
  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.start();
    URI nowhere = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    ExecutorService pool = Executors.newFixedThreadPool(1, task -> new Thread(task, "worker"));
    HttpClient client = HttpClient.newBuilder().executor(pool).build();
    pool.execute(() -> get(client, nowhere));
    Stage.stuckNamed("worker");
  }

  private static void get(HttpClient client, URI uri) {
    try {
      client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()); // waits
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
