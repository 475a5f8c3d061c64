package io.standstill.jvm;

import java.util.Iterator;
import java.util.Set;

/**
 * A group in which the JDK keeps account of threads.
 *
 * @param object what the JDK keeps them in: an executor itself, or a part of a pool
 * @param virtualThreads the virtual threads of a pool's part; null if there are none or {@code
 *     object} is of another kind
 */
public record ThreadContainer(Object object, Set<?> virtualThreads) {

  /** One of the virtual threads, or null. */
  public Thread anyThread() {
    Iterator<?> threads = virtualThreads == null ? null : virtualThreads.iterator();
    return threads != null && threads.hasNext() ? (Thread) threads.next() : null;
  }
}
