package io.standstill.finding;

/** What a thread waits for, or holds. {@link #toString()} is the name that users see. */
public enum WaitType {
  MONITOR("monitor"),
  /** A {@code Lock}, of the JDK or of the application's own making. */
  LOCK("lock"),
  READ_LOCK("read-lock"),
  WRITE_LOCK("write-lock"),
  /** Of a semaphore. */
  PERMIT("permit"),
  /** An object that a pool of objects lends. */
  LOAN("loan"),
  /** The end of a thread. */
  THREAD("thread"),
  /** The initialisation of a class. */
  CLASS_INIT("class-init"),
  FUTURE("future"),
  /** The end of a thread pool. */
  POOL("pool"),
  LATCH("latch"),
  BARRIER("barrier"),
  PHASER("phaser"),
  /** To be signalled, on a monitor or a condition. */
  SIGNAL("signal"),
  /** Room in a queue. */
  QUEUE("queue"),
  /** An element of a queue. */
  ELEMENT("element"),
  /** The end of a process. */
  PROCESS("process"),
  /** A virtual thread is ready to run, and has no carrier. */
  CARRIER("carrier"),
  /** A free lock whose next owner has yet to take it. */
  TURN("turn"),
  /** Something that some unknown thread can end. */
  UNKNOWN("unknown");

  private final String label;

  WaitType(String label) {
    this.label = label;
  }

  /** True for a lock, which one thread has, or several that read. */
  public boolean isLock() {
    return this == MONITOR || this == LOCK || isOfPair();
  }

  /** True for a lock of a pair: several threads may have the one for reading. */
  public boolean isOfPair() {
    return this == READ_LOCK || this == WRITE_LOCK;
  }

  @Override
  public String toString() {
    return label;
  }
}
