package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Synchronized blocks, as javac compiles them. */
class MonitorWeaverTest {
  private final Blocks blocks = FixtureLoader.woven(BlockFixture.class, Blocks.class);
  private final Object a = new Object();
  private final Object b = new Object();

  @Test
  void seesABlock() {
    assertEquals(List.of(a), blocks.simple(a));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesNestedBlocksOldestFirst() {
    assertEquals(List.of(a, b), blocks.nested(a, b));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesARecursiveEnterTwice() {
    assertEquals(List.of(a, a), blocks.nested(a, a));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesTheReleaseByAnException() {
    List<Object> inside = new ArrayList<>();
    assertThrows(IllegalStateException.class, () -> blocks.failing(a, inside));
    assertEquals(List.of(a), inside);
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesTheReleaseByAnEarlyReturn() {
    assertEquals(List.of(a), blocks.returningEarly(a, true));
    assertTrue(Seen.held().isEmpty());
    assertEquals(List.of(a, "two"), blocks.returningEarly(a, false));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesEachRoundOfALoopThatBeginsTheMethod() {
    assertEquals(3, blocks.loop(3).size());
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesALoopThatBeginsTheBlock() {
    assertEquals(List.of(a), blocks.loopInside(a, 5));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void keepsLongAndDoubleLocalsApart() {
    assertEquals(12.5, blocks.wide(2L, 3.0, a, 5L));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesBlocksInTryCatchFinally() {
    assertEquals(List.of(List.of(a), List.of(b), List.of(a, b)), blocks.tryFinally(a, b));
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesBlocksInLambdasAndConstructors() {
    assertEquals(List.of(a), blocks.lambda(a));
    assertEquals(List.of(a), blocks.constructor(a));
    assertTrue(Seen.held().isEmpty());
  }

  public interface Blocks {
    List<Object> simple(Object lock);

    List<Object> nested(Object outer, Object inner);

    void failing(Object lock, List<Object> inside);

    List<Object> returningEarly(Object lock, boolean early);

    List<Object> loop(int rounds);

    List<Object> loopInside(Object lock, int rounds);

    double wide(long one, double two, Object lock, long three);

    List<List<Object>> tryFinally(Object a, Object b);

    List<Object> lambda(Object lock);

    List<Object> constructor(Object lock);
  }

  static class BlockFixture implements Blocks {
    private final Object mine = new Object();

    @Override
    public List<Object> simple(Object lock) {
      synchronized (lock) {
        return Seen.held();
      }
    }

    @Override
    public List<Object> nested(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          return Seen.held();
        }
      }
    }

    @Override
    public void failing(Object lock, List<Object> inside) {
      synchronized (lock) {
        inside.addAll(Seen.held());
        throw new IllegalStateException();
      }
    }

    @Override
    public List<Object> returningEarly(Object lock, boolean early) {
      synchronized (lock) {
        if (early) {
          return Seen.held();
        }
        List<Object> held = new ArrayList<>(Seen.held());
        synchronized (new Object()) {
          held.add(Seen.held().size() == 2 ? "two" : "not two");
        }
        return held;
      }
    }

    @Override
    public List<Object> loop(int rounds) {
      for (List<Object> seen = null; ; ) {
        synchronized (mine) {
          seen = seen == null ? new ArrayList<>() : seen;
          seen.addAll(Seen.held());
          if (seen.size() == rounds) {
            return seen;
          }
        }
      }
    }

    @Override
    public List<Object> loopInside(Object lock, int rounds) {
      int round = 0;
      synchronized (lock) {
        while (true) {
          if (++round == rounds) {
            return Seen.held();
          }
        }
      }
    }

    @Override
    public double wide(long one, double two, Object lock, long three) {
      double sum = 0;
      for (long i = 0; i < one; i++) {
        double half = 1.25;
        synchronized (lock) {
          sum += half * Seen.held().size();
          long more = i > 0 ? three : 0;
          sum += more;
        }
      }
      return sum + one + two;
    }

    @Override
    public List<List<Object>> tryFinally(Object a, Object b) {
      List<List<Object>> seen = new ArrayList<>();
      try {
        synchronized (a) {
          seen.add(Seen.held());
          throw new IllegalArgumentException();
        }
      } catch (IllegalArgumentException expected) {
        synchronized (b) {
          seen.add(Seen.held());
        }
      } finally {
        synchronized (a) {
          synchronized (b) {
            seen.add(Seen.held());
          }
        }
      }
      return seen;
    }

    @Override
    public List<Object> lambda(Object lock) {
      java.util.function.Supplier<List<Object>> supplier =
          () -> {
            synchronized (lock) {
              return Seen.held();
            }
          };
      return supplier.get();
    }

    @Override
    public List<Object> constructor(Object lock) {
      return new Built(lock, 7L).inside;
    }

    static class Built {
      final List<Object> inside;

      Built(Object lock, long wide) {
        super();
        synchronized (lock) {
          inside = wide > 0 ? Seen.held() : null;
        }
      }
    }
  }
}
