package hangs;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.apache.commons.dbcp.PoolingConnection;
import org.apache.commons.pool.impl.GenericKeyedObjectPool;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * Commons DBCP 1.2.1: a connection that pools its statements is locked while it asks the pool for
 * one; the pool's evictor locks the pool, then the connection (DBCP-65).
 */
public final class DbcpStatements {
  private static final Meeting inside = new Meeting(2);
  private static Thread evictor;

  public static void main(String[] args) throws Exception {
    GenericKeyedObjectPool pool = new GenericKeyedObjectPool(null);
    PoolingConnection connection = new PoolingConnection(driver(Connection.class), pool);
    pool.setFactory(connection);
    pool.setTestWhileIdle(true);
    connection.prepareStatement("idle").close();
    Thread client = Stage.start("client", () -> connection.prepareStatement("select"));
    inside.meet();
    evictor = Stage.start("evictor", pool::evict);
    Stage.awaitRest(evictor);
    evicting.meet();
    Stage.stuck(client, evictor);
  }

  private static final Meeting evicting = new Meeting(2);

  /** A driver whose connection tells its catalog to the client when the evictor is under way. */
  private static <T> T driver(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getCatalog")
                  && Thread.currentThread().getName().equals("client")) {
                inside.meet();
                evicting.meet();
              } else if (method.getName().equals("prepareStatement")) {
                return driver(PreparedStatement.class);
              }
              return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
            }));
  }
}
