package verdicts.clean.locks;

import verdicts.Clean;

/** Methods named like those of locks, on classes that are none. */
@Clean
public final class NoLockAtAll {
  private int calls;

  void lock() {
    calls++;
  }

  void unlock() {
    calls++;
  }

  boolean tryLock() {
    return calls++ > 0;
  }

  void acquire() {
    calls++;
  }

  void join() {
    calls++;
  }

  public static void main(String[] args) {
    NoLockAtAll door = new NoLockAtAll();
    door.lock();
    door.lock();
    door.acquire();
    door.join();
    Runnable reference = door::lock;
    reference.run();
    System.out.println(door.tryLock() + " " + door.calls);
    door.unlock();
  }
}
