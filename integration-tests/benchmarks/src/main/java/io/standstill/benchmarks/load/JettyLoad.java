package io.standstill.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A Jetty server and four clients with a connection each, in one process, on the loopback address
 * alone. The clients speak HTTP by hand, so that they cost little beside the server.
 */
public final class JettyLoad {
  private static final int CLIENTS = 4;

  private JettyLoad() {}

  /** Sends so many requests per client and round. */
  public static void main(String[] arguments) throws Exception {
    int requests = Integer.parseInt(arguments[0]);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Counter());
    server.start();
    try {
      FixedWork.measure(CLIENTS, client -> work(connector.getLocalPort(), requests));
    } finally {
      server.stop();
    }
  }

  private static void work(int port, int requests) throws IOException {
    byte[] request =
        "GET /visits HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < requests; i++) {
        out.write(request);
        out.flush();
        readResponse(in);
      }
    }
  }

  private static void readResponse(InputStream in) throws IOException {
    int body = 0;
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        body = Integer.parseInt(line.substring(15).trim());
      }
    }
    if (in.readNBytes(body).length < body || body == 0) {
      throw new IOException("the response has no body or ends early");
    }
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
