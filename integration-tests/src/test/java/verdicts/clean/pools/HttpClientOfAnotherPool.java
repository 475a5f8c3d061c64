package verdicts.clean.pools;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import verdicts.Clean;
import verdicts.Stage;

/** A task waits for an answer that takes its time; the client has a pool of its own. */
@Clean
public final class HttpClientOfAnotherPool {
  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Stage.sleep(Stage.BEYOND_PATIENCE_MILLIS);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    URI slow = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    ExecutorService own = Executors.newFixedThreadPool(1);
    ExecutorService pool = Executors.newFixedThreadPool(1);
    HttpClient client = HttpClient.newBuilder().executor(own).build();
    HttpRequest request = HttpRequest.newBuilder(slow).build();
    int status =
        pool.submit(() -> client.send(request, BodyHandlers.discarding())).get().statusCode();
    System.out.println(status);
    pool.shutdown();
    own.shutdown();
    server.stop(0);
  }
}
