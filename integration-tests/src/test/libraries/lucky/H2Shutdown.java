package lucky;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import verdicts.Luck;
import verdicts.Stage;

/**
 * H2 1.4.199: SHUTDOWN rolls back every session, each under its monitor, while it holds the one
 * that it runs in; two at once wait for each other (h2database/h2database#1841). Here the database
 * is shut down twice, one time after the other, with both sessions open each time.
 */
public final class H2Shutdown {
  public static void main(String[] args) throws Exception {
    Connection first = DriverManager.getConnection("jdbc:h2:mem:one");
    Connection second = DriverManager.getConnection("jdbc:h2:mem:one");
    Connection third = DriverManager.getConnection("jdbc:h2:mem:two");
    Connection fourth = DriverManager.getConnection("jdbc:h2:mem:two");
    Luck luck = new Luck();
    Stage.join(
        Stage.start("shutdown-1", () -> luck.turn(0, () -> shutDown(first))),
        Stage.start("shutdown-2", () -> luck.turn(1, () -> shutDown(fourth))));
    System.out.println("lucky " + second.isClosed() + third.isClosed());
  }

  private static void shutDown(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }
}
