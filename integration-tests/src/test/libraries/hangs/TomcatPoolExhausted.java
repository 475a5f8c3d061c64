package hangs;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import verdicts.Meeting;
import verdicts.Stage;

/** The JDBC pool of Tomcat, which waits for half a minute by default. */
public final class TomcatPoolExhausted {
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
    org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
    pool.setUrl("jdbc:h2:mem:shop");
    pool.setDriverClassName("org.h2.Driver");
    pool.setMaxActive(3);
    pool.setMaxWait(600_000);
    Thread[] workers = new Thread[3];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = Stage.start("worker-" + i, () -> work(pool));
    }
    Stage.stuck(workers);
  }
}
