package hangs;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import verdicts.Meeting;
import verdicts.Stage;

/** Commons DBCP 2, which waits for ever by default: a method that writes calls one that reads. */
public final class DbcpExhausted {
  private static final Meeting inside = new Meeting(2);

  private static void read(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      System.out.println(connection);
    }
  }

  private static void write(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      inside.meet();
      read(pool);
      connection.commit();
    }
  }

  public static void main(String[] args) throws SQLException {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl("jdbc:h2:mem:shop");
    pool.setMaxTotal(2);
    read(pool);
    Thread first = Stage.start("writer-1", () -> write(pool));
    Thread second = Stage.start("writer-2", () -> write(pool));
    Stage.stuck(first, second);
  }
}
