package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.weave.Shapes.Action;
import io.standstill.weave.Shapes.Timed;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * References to methods called as those of {@code Lock}, by classes that the weaver cannot know.
 */
class AnyLockReferenceTest {
  private final References references = FixtureLoader.woven(Fixture.class, References.class);
  private final OwnLock lock = new OwnLock();
  private final Door door = new Door();

  @AfterEach
  void nothingIsLeft() {
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesLocksOfASubclass() throws Exception {
    assertEquals(List.of(lock), references.bound(lock));
    assertEquals(List.of(lock), references.unbound(lock));
    assertEquals(List.of(lock, lock, lock, lock), references.tried(lock));
  }

  @Test
  void callsWhatIsNoLock() throws Exception {
    assertEquals(List.of(), references.door(door));
    assertEquals("lock tryLock tryLock 7 unlock ", door.heard.toString());
  }

  @Test
  void letsExceptionsThrough() {
    IllegalStateException jammed = new IllegalStateException("jammed");
    door.jammed = jammed;
    assertSame(jammed, assertThrows(IllegalStateException.class, () -> references.door(door)));
  }

  @Test
  void stillRefusesANullReceiver() {
    assertThrows(NullPointerException.class, () -> references.bound(null));
  }

  /** A lock, though its name does not say so. */
  public static class OwnLock extends ReentrantLock {
    private static final long serialVersionUID = 1;
  }

  /** No lock, though its methods are called so. */
  public static class Door {
    final StringBuilder heard = new StringBuilder();
    RuntimeException jammed;

    public void lock() {
      if (jammed != null) {
        throw jammed;
      }
      heard.append("lock ");
    }

    public boolean tryLock() {
      heard.append("tryLock ");
      return true;
    }

    public boolean tryLock(long time, TimeUnit unit) {
      heard.append("tryLock ").append(unit.toDays(time)).append(' ');
      return false;
    }

    public void unlock() {
      heard.append("unlock ");
    }
  }

  public interface References {
    List<Object> bound(OwnLock lock);

    List<Object> unbound(OwnLock lock);

    List<Object> tried(OwnLock lock) throws Exception;

    List<Object> door(Door door) throws Exception;
  }

  static class Fixture implements References {
    @Override
    public List<Object> bound(OwnLock lock) {
      Runnable enter = lock::lock;
      Runnable exit = lock::unlock;
      enter.run();
      List<Object> held = Seen.held();
      exit.run();
      return held;
    }

    @Override
    public List<Object> unbound(OwnLock lock) {
      Consumer<OwnLock> enter = OwnLock::lock;
      Consumer<OwnLock> exit = OwnLock::unlock;
      enter.accept(lock);
      List<Object> held = Seen.held();
      exit.accept(lock);
      return held;
    }

    @Override
    public List<Object> tried(OwnLock lock) throws Exception {
      BooleanSupplier plain = lock::tryLock;
      Predicate<OwnLock> unbound = OwnLock::tryLock;
      Timed timed = lock::tryLock;
      Action patient = lock::lockInterruptibly;
      boolean all = plain.getAsBoolean() && unbound.test(lock) && timed.within(1, TimeUnit.DAYS);
      patient.run();
      List<Object> held = all ? Seen.held() : null;
      Runnable exit = lock::unlock;
      for (int i = 0; i < 4; i++) {
        exit.run();
      }
      return held;
    }

    @Override
    public List<Object> door(Door door) throws Exception {
      Runnable enter = door::lock;
      BooleanSupplier plain = door::tryLock;
      Timed timed = door::tryLock;
      Consumer<Door> exit = Door::unlock;
      enter.run();
      boolean wide = plain.getAsBoolean() && !timed.within(7, TimeUnit.DAYS);
      List<Object> held = wide ? Seen.held() : null;
      exit.accept(door);
      return held;
    }
  }
}
