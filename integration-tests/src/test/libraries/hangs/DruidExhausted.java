package hangs;

import com.alibaba.druid.pool.DruidDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import verdicts.Meeting;
import verdicts.Stage;

/** Druid, which waits for ever by default. */
public final class DruidExhausted {
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
    DruidDataSource pool = new DruidDataSource();
    pool.setUrl("jdbc:h2:mem:shop");
    pool.setMaxActive(3);
    Thread[] workers = new Thread[3];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = Stage.start("worker-" + i, () -> work(pool));
    }
    Stage.stuck(workers);
  }
}
