package hangs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import verdicts.Meeting;
import verdicts.Stage;

/** HikariCP: each worker has one of all connections, and wants another one. */
public final class HikariExhausted {
  private static final Meeting inside = new Meeting(4);

  private static void work(DataSource pool) throws SQLException {
    try (Connection outer = pool.getConnection()) {
      inside.meet();
      try (Connection inner = pool.getConnection()) {
        System.out.println(outer + " and " + inner);
      }
    }
  }

  public static void main(String[] args) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:shop");
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(600_000);
    HikariDataSource pool = new HikariDataSource(config);
    Thread[] workers = new Thread[4];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = Stage.start("worker-" + i, () -> work(pool));
    }
    Stage.stuck(workers);
  }
}
