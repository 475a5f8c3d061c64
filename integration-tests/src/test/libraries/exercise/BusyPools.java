package exercise;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;

/** Pools of two connections each: all are in use for seconds, others wait, and get them. */
public final class BusyPools {
  private static final String URL = "jdbc:h2:mem:shop";
  private static final long WORK_MILLIS = 4_500;

  private static DataSource hikari() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(URL);
    pool.setMaximumPoolSize(2);
    return pool;
  }

  private static DataSource dbcp() {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(URL);
    pool.setMaxTotal(2);
    return pool;
  }

  private static DataSource c3p0() {
    ComboPooledDataSource pool = new ComboPooledDataSource();
    pool.setJdbcUrl(URL);
    pool.setInitialPoolSize(1);
    pool.setMinPoolSize(1);
    pool.setMaxPoolSize(2);
    return pool;
  }

  private static DataSource tomcat() {
    var pool = new org.apache.tomcat.jdbc.pool.DataSource();
    pool.setUrl(URL);
    pool.setDriverClassName("org.h2.Driver");
    pool.setInitialSize(1);
    pool.setMinIdle(1);
    pool.setMaxIdle(2);
    pool.setMaxActive(2);
    return pool;
  }

  private static DataSource druid() {
    DruidDataSource pool = new DruidDataSource();
    pool.setUrl(URL);
    pool.setMaxActive(2);
    return pool;
  }

  private static DataSource vibur() {
    ViburDBCPDataSource pool = new ViburDBCPDataSource();
    pool.setJdbcUrl("jdbc:h2:mem:other");
    pool.setUsername("sa");
    pool.setPassword("");
    pool.setPoolInitialSize(1);
    pool.setPoolMaxSize(2);
    pool.setConnectionTimeoutInMs(60_000);
    pool.start();
    return pool;
  }

  /** The last of three, who finds no connection left, has less to do. */
  private static void work(DataSource pool, int number, AtomicInteger done) {
    try (Connection connection = pool.getConnection()) {
      Thread.sleep(number < 2 ? WORK_MILLIS : 0);
      connection.createStatement().execute("select 1");
      done.incrementAndGet();
    } catch (SQLException | InterruptedException failure) {
      System.out.println(failure);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    for (DataSource pool : List.of(hikari(), dbcp(), c3p0(), tomcat(), druid(), vibur())) {
      for (int i = 0; i < 3; i++) {
        int number = i;
        Thread worker = new Thread(() -> work(pool, number, done));
        worker.start();
        workers.add(worker);
      }
    }
    for (Thread worker : workers) {
      worker.join();
    }
    System.out.println(done + " have had a connection");
    System.exit(0);
  }
}
