package lucky;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.apache.commons.dbcp.PoolingConnection;
import org.apache.commons.pool.impl.GenericKeyedObjectPool;
import verdicts.Luck;
import verdicts.Stage;

/**
 * Commons DBCP 1.2.1: a connection that pools its statements is locked while it asks the pool for
 * one; the pool's evictor locks the pool, then the connection (DBCP-65). Here the evictor comes
 * when nobody prepares a statement.
 */
public final class DbcpStatements {
  public static void main(String[] args) throws Exception {
    GenericKeyedObjectPool pool = new GenericKeyedObjectPool(null);
    PoolingConnection connection = new PoolingConnection(driver(Connection.class), pool);
    pool.setFactory(connection);
    pool.setTestWhileIdle(true);
    Luck luck = new Luck();
    Stage.join(
        Stage.start(
            "client", () -> luck.turn(0, () -> connection.prepareStatement("select").close())),
        Stage.start("evictor", () -> luck.turn(1, pool::evict)));
    System.out.println("lucky");
  }

  private static <T> T driver(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                return driver(PreparedStatement.class);
              }
              return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
            }));
  }
}
