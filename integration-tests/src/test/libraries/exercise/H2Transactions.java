package exercise;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import verdicts.Meeting;
import verdicts.Stage;

/** H2: four threads move money in transactions, and try again when the database says so. */
public final class H2Transactions {
  private static final String URL = "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
  private static final int ACCOUNTS = 10;

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("create table account(id int primary key, balance int)");
      for (int i = 0; i < ACCOUNTS; i++) {
        statement.execute("insert into account values(" + i + ", 100)");
      }
      Meeting meeting = new Meeting(4);
      Thread[] clerks = new Thread[4];
      for (int i = 0; i < clerks.length; i++) {
        int seed = i;
        clerks[i] = Stage.start("clerk-" + i, () -> work(seed, meeting));
      }
      Stage.join(clerks);
      try (ResultSet sum = statement.executeQuery("select sum(balance), count(*) from account")) {
        sum.next();
        System.out.println(sum.getInt(1) + " in " + sum.getInt(2) + " accounts");
      }
      statement.execute("shutdown");
    }
  }

  private static void work(int seed, Meeting meeting) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL)) {
      connection.setAutoCommit(false);
      meeting.meet();
      for (int i = 0; i < 200; i++) {
        int from = (seed * 7 + i) % ACCOUNTS;
        while (!transfer(connection, from, (from + 1 + i % 3) % ACCOUNTS)) {
          connection.rollback();
        }
      }
    }
  }

  private static boolean transfer(Connection connection, int from, int to) {
    try (PreparedStatement move =
        connection.prepareStatement("update account set balance = balance + ? where id = ?")) {
      move.setInt(1, -1);
      move.setInt(2, from);
      move.executeUpdate();
      move.setInt(1, 1);
      move.setInt(2, to);
      move.executeUpdate();
      connection.commit();
      return true;
    } catch (SQLException conflict) {
      return false;
    }
  }
}
