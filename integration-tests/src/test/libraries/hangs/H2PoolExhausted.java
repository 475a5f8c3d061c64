package hangs;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import verdicts.Meeting;
import verdicts.Stage;

/** H2's own pool of connections, in which threads sleep and ask again. */
public final class H2PoolExhausted {
  private static final Meeting inside = new Meeting(3);

  private static void work(DataSource pool) throws SQLException {
    Connection outer = pool.getConnection();
    inside.meet();
    Connection inner = pool.getConnection();
    inner.close();
    outer.close();
  }

  public static void main(String[] args) {
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:shop", "sa", "");
    pool.setMaxConnections(3);
    pool.setLoginTimeout(600);
    Thread[] workers = new Thread[3];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = Stage.start("worker-" + i, () -> work(pool));
    }
    Stage.stuck(workers);
  }
}
