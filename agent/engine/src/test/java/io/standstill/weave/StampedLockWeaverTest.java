package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stamped locks, by stamp. */
class StampedLockWeaverTest {
  static final String READ = "READ";
  static final String WRITE = "WRITE";

  private final Stamps stamps = FixtureLoader.woven(StampFixture.class, Stamps.class);
  private final StampedLock lock = new StampedLock();

  @AfterEach
  void nothingIsLeft() {
    assertTrue(Seen.held().isEmpty());
    assertNull(Seen.now().pending());
  }

  @Test
  void seesReadAndWriteMode() throws Exception {
    assertEquals(List.of(WRITE, READ, WRITE, READ), stamps.plain(lock));
  }

  @Test
  void seesTriesThatSucceed() throws Exception {
    assertEquals(List.of(WRITE, READ, WRITE, READ), stamps.tries(lock));
  }

  @Test
  void ignoresTriesThatFail() throws Exception {
    long write = lock.writeLock(); // Not woven.
    assertEquals(List.of("", "", "", ""), stamps.tries(lock));
    lock.unlockWrite(write);
  }

  @Test
  void followsConversions() {
    assertEquals(List.of(READ, WRITE, READ, "", READ), stamps.conversions(lock));
  }

  @Test
  void seesTryUnlock() {
    assertEquals(List.of(WRITE, "", READ, ""), stamps.tryUnlock(lock));
  }

  @Test
  void ignoresAnInterruptedWait() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> stamps.plain(lock));
    stamps.tryUnlock(lock); // The next acquisition clears what the interrupted one left.
  }

  public interface Stamps {
    List<String> plain(StampedLock lock) throws InterruptedException;

    List<String> tries(StampedLock lock) throws InterruptedException;

    List<String> conversions(StampedLock lock);

    List<String> tryUnlock(StampedLock lock);
  }

  static class StampFixture implements Stamps {
    static String mode(Object lock) {
      List<Object> held = Seen.held();
      if (held.isEmpty()) {
        return "";
      }
      if (!held.equals(List.of(lock))) {
        return held.toString();
      }
      return Seen.newestSite().kind() == Site.Kind.STAMPED_READ ? READ : WRITE;
    }

    @Override
    public List<String> plain(StampedLock lock) throws InterruptedException {
      List<String> modes = new ArrayList<>();
      long stamp = lock.writeLockInterruptibly();
      modes.add(mode(lock));
      lock.unlockWrite(stamp);
      stamp = lock.readLockInterruptibly();
      modes.add(mode(lock));
      lock.unlockRead(stamp);
      stamp = lock.writeLock();
      modes.add(mode(lock));
      lock.unlock(stamp);
      stamp = lock.readLock();
      modes.add(mode(lock));
      lock.unlock(stamp);
      return modes;
    }

    @Override
    public List<String> tries(StampedLock lock) throws InterruptedException {
      List<String> modes = new ArrayList<>();
      long stamp = lock.tryWriteLock();
      modes.add(mode(lock));
      if (stamp != 0) {
        lock.unlock(stamp);
      }
      stamp = lock.tryReadLock();
      modes.add(mode(lock));
      if (stamp != 0) {
        lock.unlock(stamp);
      }
      stamp = lock.tryWriteLock(1, TimeUnit.MICROSECONDS);
      modes.add(mode(lock));
      if (stamp != 0) {
        lock.unlock(stamp);
      }
      stamp = lock.tryReadLock(1, TimeUnit.MICROSECONDS);
      modes.add(mode(lock));
      if (stamp != 0) {
        lock.unlock(stamp);
      }
      return modes;
    }

    @Override
    public List<String> conversions(StampedLock lock) {
      List<String> modes = new ArrayList<>();
      long stamp = lock.readLock();
      modes.add(mode(lock));
      stamp = lock.tryConvertToWriteLock(stamp);
      modes.add(mode(lock));
      stamp = lock.tryConvertToReadLock(stamp);
      modes.add(mode(lock));
      stamp = lock.tryConvertToOptimisticRead(stamp);
      modes.add(mode(lock));
      stamp = lock.tryConvertToReadLock(stamp);
      modes.add(mode(lock));
      lock.unlockRead(stamp);
      return modes;
    }

    @Override
    public List<String> tryUnlock(StampedLock lock) {
      List<String> modes = new ArrayList<>();
      lock.writeLock();
      modes.add(mode(lock));
      modes.add(lock.tryUnlockWrite() ? mode(lock) : "not unlocked");
      lock.readLock();
      modes.add(mode(lock));
      modes.add(lock.tryUnlockRead() ? mode(lock) : "not unlocked");
      return modes;
    }
  }
}
