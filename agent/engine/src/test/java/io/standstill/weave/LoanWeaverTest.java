package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.Loan;
import io.standstill.recorder.Loans;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is borrowed from pools of objects, by whom, and what ends a loan. */
class LoanWeaverTest {
  private final Uses uses = FixtureLoader.woven(LoanFixture.class, Uses.class);

  @Test
  void recordsWhoHasWhatOfWhichPool() throws Exception {
    Pool pool = new Pool();
    Object lent = uses.borrow(pool);
    Loan.Terms terms = termsOf(lent);
    assertSame(pool, terms.pools().get(0));
    assertSame(Thread.currentThread(), terms.borrower());
    Site site = SiteTable.get(terms.site());
    assertEquals(Site.Kind.BORROW, site.kind());
    assertEquals("borrow", site.method());
    uses.giveBack(pool, lent);
    assertNull(termsOf(lent));
    assertFalse(Loans.areHandedOn(pool));
  }

  @Test
  void tellsThePoolWhileItIsAsked() throws Exception {
    Pool pool = new Pool();
    uses.borrow(pool);
    assertSame(pool, pool.seen.borrowing().get(0).lock());
    assertEquals(List.of(), Seen.now().borrowing());
  }

  @Test
  void anObjectThatPassesThroughTwoPoolsIsALoanOfBoth() throws Exception {
    Connection connection = connection();
    Source inner = new Source(connection);
    Source outer =
        new Source(null) {
          @Override
          public Connection getConnection() {
            return uses.connect(inner);
          }
        };
    assertSame(connection, uses.connect(outer));
    assertEquals(List.of(inner, outer), termsOf(connection).pools());
    uses.close(connection);
    assertNull(termsOf(connection));
  }

  @Test
  void endsWhenClosedAsSomethingCloseable() throws Exception {
    Connection connection = connection();
    uses.connect(new Source(connection));
    uses.closeAny(connection);
    assertNull(termsOf(connection));
  }

  @Test
  void noticesThatAnotherThreadGivesBack() throws Exception {
    Pool pool = new Pool();
    Object lent = uses.borrow(pool);
    Thread other = new Thread(() -> uses.giveBack(pool, lent));
    other.start();
    Await.end(other);
    assertNull(termsOf(lent));
    assertTrue(Loans.areHandedOn(pool));
  }

  @Test
  void noticesThatAnotherThreadGetsWhatWasNotGivenBack() throws Exception {
    Pool pool = new Pool();
    Object lent = uses.borrow(pool);
    pool.next = lent;
    Thread other = new Thread(() -> borrowQuietly(pool));
    other.start();
    Await.end(other);
    assertTrue(termsOf(lent).isShared());
    uses.giveBack(pool, lent);
  }

  private void borrowQuietly(Pool pool) {
    try {
      uses.borrow(pool);
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Test
  void aPoolThatHasNoneLendsNothing() {
    Pool pool = new Pool();
    pool.empty = true;
    assertThrows(IllegalStateException.class, () -> uses.borrow(pool));
    assertTrue(
        Loans.all().stream().noneMatch(loan -> loan.terms().pools().contains(pool)), "a loan");
  }

  @Test
  void aStatementThatTellsItsConnectionLendsNone() throws Exception {
    Connection connection = connection();
    Statement statement = proxy(Statement.class, connection);
    assertSame(connection, uses.connectionOf(statement));
    assertNull(termsOf(connection));
  }

  @Test
  void forgetsWhatIsOver() throws Exception {
    Pool pool = new Pool();
    for (int i = 0; i < 100; i++) {
      uses.giveBack(pool, uses.borrow(pool));
    }
    Object kept = uses.borrow(pool);
    Loans.sweep();
    List<Loan> loans =
        Loans.all().stream().filter(loan -> loan.terms().pools().contains(pool)).toList();
    assertEquals(1, loans.size());
    assertSame(kept, loans.get(0).get());
    uses.giveBack(pool, kept);
  }

  private static Loan.Terms termsOf(Object lent) {
    return Loans.all().stream()
        .filter(loan -> loan.get() == lent)
        .map(Loan::terms)
        .findFirst()
        .orElse(null);
  }

  private static Connection connection() {
    return proxy(Connection.class, null);
  }

  private static <T> T proxy(Class<T> type, Object result) {
    return type.cast(
        Proxy.newProxyInstance(
            LoanWeaverTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> result));
  }

  /** A pool of objects. */
  public static class Pool {
    Holdings seen;
    Object next;
    boolean empty;

    public Object borrowObject() {
      seen = Seen.now();
      if (empty) {
        throw new IllegalStateException("none left");
      }
      return next == null ? new Object() : next;
    }

    public void returnObject(Object lent) {
      next = null;
    }
  }

  /** A source of connections. */
  public static class Source {
    private final Connection connection;

    Source(Connection connection) {
      this.connection = connection;
    }

    public Connection getConnection() {
      return connection;
    }
  }

  public interface Uses {
    Object borrow(Pool pool) throws Exception;

    void giveBack(Pool pool, Object lent);

    Connection connect(Source source);

    void close(Connection connection) throws Exception;

    void closeAny(AutoCloseable closeable) throws Exception;

    Connection connectionOf(Statement statement) throws Exception;
  }

  public static class LoanFixture implements Uses {
    @Override
    public Object borrow(Pool pool) {
      return pool.borrowObject();
    }

    @Override
    public void giveBack(Pool pool, Object lent) {
      pool.returnObject(lent);
    }

    @Override
    public Connection connect(Source source) {
      return source.getConnection();
    }

    @Override
    public void close(Connection connection) throws Exception {
      connection.close();
    }

    @Override
    public void closeAny(AutoCloseable closeable) throws Exception {
      closeable.close();
    }

    @Override
    public Connection connectionOf(Statement statement) throws Exception {
      return statement.getConnection();
    }
  }
}
