package hangs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import verdicts.Stage;

/**
 * H2 1.4.199: SHUTDOWN rolls back every session, each under its monitor, while it holds the one
 * that it runs in. Two at once wait for each other (h2database/h2database#1841).
 */
public final class H2Shutdown {
  private static final String URL = "jdbc:h2:mem:shop";
  private static Thread second;

  /** Runs inside a statement of the first session, with its monitor held. */
  public static int whileTheOtherShutsDown(Connection inside) throws SQLException {
    Connection other = DriverManager.getConnection(URL);
    second = Stage.start("shutdown-2", () -> shutDown(other));
    Stage.awaitRest(second);
    shutDown(inside);
    return 0;
  }

  private static void shutDown(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }

  public static void main(String[] args) throws Exception {
    Connection connection = DriverManager.getConnection(URL);
    Statement statement = connection.createStatement();
    statement.execute("CREATE ALIAS MEANWHILE FOR \"hangs.H2Shutdown.whileTheOtherShutsDown\"");
    Thread first = Stage.start("shutdown-1", () -> statement.execute("CALL MEANWHILE()"));
    Stage.stuck(first);
  }
}
