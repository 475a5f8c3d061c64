package exercise;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.h2.jdbcx.JdbcConnectionPool;
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
      System.out.println(workInPool() + " moved by a pool");
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

  /** More workers than connections: they wait for each other's, one transfer at a time. */
  private static int workInPool() throws Exception {
    JdbcConnectionPool connections = JdbcConnectionPool.create(URL, "", "");
    connections.setMaxConnections(2);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    CompletionService<Boolean> moves = new ExecutorCompletionService<>(pool);
    for (int i = 0; i < 400; i++) {
      int from = i % ACCOUNTS;
      int to = (from + 1 + i % 3) % ACCOUNTS;
      moves.submit(() -> moveOne(connections, from, to));
    }
    int moved = 0;
    for (int i = 0; i < 400; i++) {
      moved += moves.take().get() ? 1 : 0;
    }
    pool.shutdown();
    connections.dispose();
    return moved;
  }

  private static boolean moveOne(JdbcConnectionPool connections, int from, int to)
      throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      while (!transfer(connection, from, to)) {
        connection.rollback();
      }
      return true;
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
