package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.recorder.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where a lock came from, in words near to the source. */
class LockNamesTest {
  private static final Map<String, Site> SITES = new HashMap<>();

  @BeforeAll
  static void collect() throws Exception {
    Names names = FixtureLoader.woven(OrderBook.class, Names.class);
    SITES.putAll(names.all(new Object()));
  }

  @Test
  void namesFields() {
    assertName("OrderBook.lock", "field");
    assertName("OrderBook.GLOBAL", "staticField");
    assertName("OrderBook.lock", "timed");
    assertName("Outer.inner", "fieldOfField");
  }

  @Test
  void namesLocalVariablesAndParameters() {
    assertName("mutex", "parameter");
    assertName("copy", "local");
    assertName("captured", "captured");
  }

  @Test
  void namesThisAndClasses() {
    assertName("this", "self");
    assertName("OrderBook.class", "ofClass");
    assertName("OrderBook.this", "outer");
  }

  @Test
  void namesResultsOfMethods() {
    assertName("getLock()", "result");
    assertName("OrderBook.staticLock()", "staticResult");
    assertName("OrderBook.rw.readLock()", "chain");
    assertName("OrderBook.byName.get(...)", "cast");
  }

  @Test
  void namesElementsOfArrays() {
    assertName("OrderBook.locks[]", "element");
  }

  @Test
  void knowsNoNameForAChoice() {
    assertName(null, "choice");
  }

  @Test
  void tellsFieldsByTheFullNameOfTheirClass() {
    String book = OrderBook.class.getName();
    assertField(book + ".lock", "field");
    assertField(book + ".GLOBAL", "staticField");
    assertField(OrderBook.Outer.class.getName() + ".inner", "fieldOfField");
    assertField(book + ".locks[]", "element");
  }

  @Test
  void findsFieldsBehindViewsCollectionsAndVariables() {
    String book = OrderBook.class.getName();
    assertField(book + ".rw", "chain");
    assertField(book + ".byName[]", "cast");
    assertField(book + ".byName[]", "made");
    assertField(book + ".lock", "alias");
    assertField(book + ".rw", "aliasOfView");
  }

  @Test
  void findsMethodsThatGiveLocks() {
    String book = OrderBook.class.getName();
    assertField(book + ".getLock()", "result");
    assertField(book + ".staticLock()", "staticResult");
    assertField(book + ".outer.mutexOf()", "resultOfField");
  }

  @Test
  void takesNothingElseForAField() {
    for (String which :
        List.of(
            "parameter",
            "assigned",
            "either",
            "local",
            "handedBack",
            "ofAnother",
            "overridable",
            "supplied",
            "captured",
            "self",
            "ofClass",
            "outer",
            "choice")) {
      assertField(null, which);
    }
  }

  private static void assertName(String expected, String which) {
    assertEquals(expected, SITES.get(which).lockName(), which);
  }

  private static void assertField(String expected, String which) {
    assertEquals(expected, SITES.get(which).lockField(), which);
  }

  public interface Names {
    Map<String, Site> all(Object mutex) throws Exception;
  }

  static class OrderBook implements Names {
    static final Object GLOBAL = new Object();
    final Lock lock = new ReentrantLock();
    final ReadWriteLock rw = new ReentrantReadWriteLock();
    final Object[] locks = {new Object(), new Object()};
    final Map<String, Lock> byName = new ConcurrentHashMap<>(Map.of("a", new ReentrantLock()));
    final Supplier<Lock> supplier = ReentrantLock::new;
    final Outer outer = new Outer();
    private final Map<String, Site> sites = new HashMap<>();

    void note(String which) {
      sites.put(which, Seen.newestSite());
    }

    final Lock getLock() {
      return lock;
    }

    Object newLock() {
      return lock;
    }

    static Object staticLock() {
      return GLOBAL;
    }

    static Object checked(Object lock) {
      return lock;
    }

    @Override
    public Map<String, Site> all(Object mutex) throws Exception {
      blocks(mutex, 1);
      calls();
      new Inner().run();
      return sites;
    }

    private void blocks(Object mutex, int index) {
      synchronized (lock) {
        note("field");
      }
      synchronized (GLOBAL) {
        note("staticField");
      }
      synchronized (outer.inner) {
        note("fieldOfField");
      }
      synchronized (mutex) {
        note("parameter");
      }
      Object copy = new Object();
      synchronized (copy) {
        note("local");
      }
      synchronized (this) {
        note("self");
      }
      synchronized (OrderBook.class) {
        note("ofClass");
      }
      synchronized (staticLock()) {
        note("staticResult");
      }
      synchronized (outer.mutexOf("a")) {
        note("resultOfField");
      }
      synchronized (newLock()) {
        note("overridable");
      }
      synchronized (checked(mutex)) {
        note("handedBack");
      }
      synchronized (Outer.mutex()) {
        note("ofAnother");
      }
      synchronized (locks[(index + 7) % locks.length]) {
        note("element");
      }
      synchronized (index > 0 ? locks : lock) {
        note("choice");
      }
      Object captured = mutex;
      new Object() {
        void run() {
          synchronized (captured) {
            note("captured");
          }
        }
      }.run();
    }

    private void calls() throws Exception {
      getLock().lock();
      note("result");
      lock.unlock();
      rw.readLock().lock();
      note("chain");
      rw.readLock().unlock();
      ((ReentrantLock) byName.get("a")).lock();
      note("cast");
      byName.get("a").unlock();
      aliases(null);
      either(1);
      if (lock.tryLock(5L + List.of(1).size(), TimeUnit.SECONDS)) {
        note("timed");
        lock.unlock();
      }
    }

    private void aliases(Lock assigned) {
      Lock alias = lock;
      alias.lock();
      note("alias");
      alias.unlock();
      Lock supplied = supplier.get();
      supplied.lock();
      note("supplied");
      supplied.unlock();
      Lock view = rw.writeLock();
      view.lock();
      note("aliasOfView");
      view.unlock();
      Lock made = byName.computeIfAbsent("b", name -> new ReentrantLock());
      made.lock();
      note("made");
      made.unlock();
      if (assigned == null) {
        assigned = lock;
      }
      assigned.lock();
      note("assigned");
      assigned.unlock();
    }

    private void either(int number) {
      Lock either;
      if (number > 0) {
        either = lock;
      } else {
        either = rw.readLock();
      }
      either.lock();
      note("either");
      either.unlock();
    }

    static class Outer {
      final Object inner = new Object();

      Object mutexOf(String name) {
        return inner;
      }

      static Object mutex() {
        return GLOBAL;
      }
    }

    class Inner {
      void run() {
        synchronized (OrderBook.this) {
          note("outer");
        }
      }
    }
  }
}
