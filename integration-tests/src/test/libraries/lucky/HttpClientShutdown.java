package lucky;

import org.apache.commons.httpclient.HostConfiguration;
import org.apache.commons.httpclient.HttpConnection;
import org.apache.commons.httpclient.MultiThreadedHttpConnectionManager;
import verdicts.Luck;
import verdicts.Stage;

/**
 * Commons HttpClient 3.0.1: who asks for a connection locks the pool, then the register of all
 * connections that are out; {@code shutdownAll} locks the register, then each pool. Here the end
 * comes when nobody asks.
 */
public final class HttpClientShutdown {
  public static void main(String[] args) throws Exception {
    MultiThreadedHttpConnectionManager manager = new MultiThreadedHttpConnectionManager();
    HostConfiguration host = new HostConfiguration();
    host.setHost("localhost");
    Luck luck = new Luck();
    Stage.join(
        Stage.start("client", () -> luck.turn(0, () -> ask(manager, host))),
        Stage.start("closer", () -> luck.turn(1, MultiThreadedHttpConnectionManager::shutdownAll)));
    System.out.println("lucky");
  }

  /** Opens no connection: that is for who gets it. */
  private static void ask(MultiThreadedHttpConnectionManager manager, HostConfiguration host) {
    HttpConnection connection = manager.getConnection(host);
    manager.releaseConnection(connection);
  }
}
