package exercise;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import verdicts.Stage;

/** Jetty: a server on the loopback interface, four clients, and a stop. */
public final class JettyLoopback {
  public static void main(String[] args) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            response.write(true, ByteBuffer.wrap(path.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
          }
        });
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    AtomicInteger right = new AtomicInteger();
    Thread[] clients = new Thread[4];
    for (int i = 0; i < clients.length; i++) {
      clients[i] = Stage.start("client-" + i, () -> ask(uri, right));
    }
    Stage.join(clients);
    server.stop();
    System.out.println(right + " answers, " + server.getState());
  }

  private static void ask(URI uri, AtomicInteger right) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 100; i++) {
      HttpRequest request = HttpRequest.newBuilder(uri.resolve("/" + i)).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      right.addAndGet(answer.body().equals("/" + i) ? 1 : 0);
    }
  }
}
