package hangs;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.vibur.dbcp.ViburDBCPDataSource;
import verdicts.Meeting;
import verdicts.Stage;

/** Vibur, which waits for some seconds by default. */
public final class ViburExhausted {
  private static final Meeting inside = new Meeting(3);

  private static void work(DataSource pool) throws SQLException {
    try (Connection outer = pool.getConnection()) {
      inside.meet();
      try (Connection inner = pool.getConnection()) {
        System.out.println(outer + " and " + inner);
      }
    }
  }

  public static void main(String[] args) throws SQLException {
    ViburDBCPDataSource pool = new ViburDBCPDataSource();
    pool.setJdbcUrl("jdbc:h2:mem:shop");
    pool.setUsername("sa");
    pool.setPassword("");
    pool.setPoolInitialSize(1);
    pool.setPoolMaxSize(3);
    pool.setConnectionTimeoutInMs(600_000);
    pool.start();
    Thread[] workers = new Thread[3];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = Stage.start("worker-" + i, () -> work(pool));
    }
    Stage.stuck(workers);
  }
}
