package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.release.Release;
import io.standstill.release.ReleaseSites;
import io.standstill.release.ReleasingMethods;
import java.lang.ref.Reference;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whether some methods are all that release an object. */
class ReleasingMethodsTest {
  private final Cells cells = FixtureLoader.woven(CellsFixture.class, Cells.class);

  /** Each makes a latch of a class of its own. */
  public interface Cells {
    CountDownLatch ofCell();

    CountDownLatch ofDoor();

    CountDownLatch ofGate();

    CountDownLatch ofSwitch();

    CountDownLatch ofClock();

    CountDownLatch ofBell();

    CountDownLatch ofHut();
  }

  /** Woven. */
  static final class CellsFixture implements Cells {
    private static final Cell KNOWN = new Cell();

    private Cell own;
    private Bell first;
    private Bell last;
    private Hut hut;

    static class Latch extends CountDownLatch {
      Latch() {
        super(1);
      }
    }

    /** Counted down by {@code get}, and elsewhere only what is another one. */
    static class Cell extends Latch {}

    /** Counted down by whoever has it. */
    static class Door extends Latch {}

    /** The same, by those who know no more than that it is a latch, but ask what it is. */
    static class Gate extends Latch {}

    /** The same, by a method reference. */
    static class Switch extends Latch {}

    /** Counted down by who waits for another one. */
    static class Bell extends Latch {}

    /** Counted down by who waits for the same one, as far as fields tell. */
    static class Hut extends Latch {}

    static class Clock extends Latch {
      void tick() {
        countDown();
      }
    }

    static void get(Cell[] cell) throws InterruptedException {
      if (cell[0] == null) {
        cell[0] = new Cell();
        cell[0].countDown();
      } else {
        cell[0].await();
      }
    }

    void another() throws InterruptedException {
      if (own == null) {
        own.countDown();
      } else {
        own.await();
      }
    }

    void ring() throws InterruptedException {
      first.countDown();
      last.await();
    }

    void visit(boolean early) throws InterruptedException {
      if (early) {
        Hut empty = hut;
        empty.countDown();
      } else if (hut.getCount() == 0) {
        Hut full = hut;
        full.countDown();
      } else {
        hut.await();
      }
    }

    static void newOne() {
      Cell made = new Cell();
      made.countDown();
    }

    static void knownOne() {
      KNOWN.countDown();
    }

    static void open(Door door) {
      door.countDown();
    }

    @Override
    public CountDownLatch ofCell() {
      return new Cell();
    }

    @Override
    public CountDownLatch ofDoor() {
      return new Door();
    }

    @Override
    public CountDownLatch ofGate() {
      return new Gate();
    }

    @Override
    public CountDownLatch ofSwitch() {
      return new Switch();
    }

    @Override
    public CountDownLatch ofClock() {
      return new Clock();
    }

    @Override
    public CountDownLatch ofBell() {
      return new Bell();
    }

    @Override
    public CountDownLatch ofHut() {
      return new Hut();
    }
  }

  /** Woven; knows no latches but switches. */
  static final class SwitchesFixture {
    static Runnable opener(CellsFixture.Switch closed) {
      return closed::countDown;
    }
  }

  /** Woven; knows no latches but gates. */
  static final class GatesFixture {
    static void open(CountDownLatch latch) {
      if (latch instanceof CellsFixture.Gate) {
        latch.countDown();
      }
    }
  }

  private static boolean areAll(CountDownLatch latch, String... methods) {
    Set<String> places = new HashSet<>();
    for (String method : methods) {
      places.add(CellsFixture.class.getName() + "." + method + "(");
    }
    return new ReleasingMethods(
            latch, Release.Kind.COUNT_DOWN, name -> loaded(name, latch.getClass().getClassLoader()))
        .areAmong(places);
  }

  private static Class<?> loaded(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException unknown) {
      return null;
    }
  }

  private static void load(Class<?> fixture) throws ClassNotFoundException {
    new FixtureLoader(fixture).loadClass(fixture.getName());
  }

  @Test
  void knowsThoseThatMayMeanTheObject() {
    assertTrue(areAll(cells.ofCell(), "get"));
    assertTrue(areAll(cells.ofDoor(), "open"));
    assertFalse(areAll(cells.ofDoor(), "get"));
  }

  @Test
  void knowsThoseThatDoNotNameItsClass() throws Exception {
    assertTrue(areAll(cells.ofGate()));
    load(GatesFixture.class);
    assertFalse(areAll(cells.ofGate()));
  }

  @Test
  void knowsMethodReferences() throws Exception {
    assertTrue(areAll(cells.ofSwitch()));
    load(SwitchesFixture.class);
    assertFalse(areAll(cells.ofSwitch()));
  }

  @Test
  void knowsThoseThatReleaseWhatTheyWaitForThemselves() {
    assertTrue(areAll(cells.ofHut()));
    assertFalse(areAll(cells.ofBell()));
    assertTrue(areAll(cells.ofBell(), "ring"));
  }

  @Test
  void claimsNothingOfWhatMayOpenItself() {
    assertFalse(areAll(cells.ofClock(), "tick"));
  }

  @Test
  void claimsNothingOfALatchLikeAnyOther() {
    assertFalse(areAll(new CountDownLatch(1), "get"));
  }

  @Test
  void claimsNothingBeforeItHasReadAllCode() {
    ClassLoader loader = new FixtureLoader("");
    assertTrue(areAll(cells.ofDoor(), "open"));
    for (int i = 0; i <= 200; i++) {
      ReleaseSites.add(loader, "Unread" + i, () -> null);
    }

    assertFalse(areAll(cells.ofDoor(), "open"), "200 at a time");
    assertTrue(areAll(cells.ofDoor(), "open"));
    Reference.reachabilityFence(loader);
  }
}
