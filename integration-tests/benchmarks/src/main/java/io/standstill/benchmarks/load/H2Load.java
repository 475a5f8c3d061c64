package io.standstill.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/**
 * A bank in an in-memory database: transfers and reports, four clients at a time. Each client moves
 * money between accounts of its own, so that none waits for another's rows and the work is fixed.
 */
public final class H2Load {
  private static final String URL = "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1";
  private static final int CLIENTS = 4;
  private static final int ACCOUNTS = 1_000;

  private H2Load() {}

  /** Makes so many transactions per client each time. */
  public static void main(String[] arguments)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    int transactions = Integer.parseInt(arguments[0]);
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table account (id int primary key, client int, balance bigint not null)");
      statement.execute("create index by_client on account (client)");
      statement.execute(
          "insert into account select x, mod(x, 4), 1000 from system_range(0, "
              + (CLIENTS * ACCOUNTS - 1)
              + ")");
    }
    FixedWork.measure(CLIENTS, client -> work(client, transactions));
  }

  private static void work(int client, int transactions) throws SQLException {
    Random random = new Random(client);
    try (Connection connection = DriverManager.getConnection(URL);
        PreparedStatement change =
            connection.prepareStatement("update account set balance = balance + ? where id = ?");
        PreparedStatement report =
            connection.prepareStatement("select sum(balance) from account where id in (?, ?)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < transactions; i++) {
        int from = random.nextInt(ACCOUNTS) * CLIENTS + client;
        int to = random.nextInt(ACCOUNTS) * CLIENTS + client;
        add(change, from, -1);
        add(change, to, 1);
        read(report, from, to);
        connection.commit();
      }
    }
  }

  private static void add(PreparedStatement change, int account, int amount) throws SQLException {
    change.setInt(1, amount);
    change.setInt(2, account);
    change.executeUpdate();
  }

  private static void read(PreparedStatement report, int from, int to) throws SQLException {
    report.setInt(1, from);
    report.setInt(2, to);
    try (ResultSet sum = report.executeQuery()) {
      sum.next();
      sum.getLong(1);
    }
  }
}
