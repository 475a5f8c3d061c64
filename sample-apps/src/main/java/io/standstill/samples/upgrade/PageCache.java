package io.standstill.samples.upgrade;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Renders a page once, and serves it to many readers. */
final class PageCache {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, String> pages = new HashMap<>();
  private final boolean careful;

  PageCache(boolean careful) {
    this.careful = careful;
  }

  String page(String path) {
    lock.readLock().lock();
    String known;
    try {
      known = pages.get(path);
      if (known == null && !careful) {
        return render(path);
      }
    } finally {
      lock.readLock().unlock();
    }
    return known != null ? known : render(path);
  }

  private String render(String path) {
    lock.writeLock().lock();
    try {
      return pages.computeIfAbsent(path, missing -> "<h1>" + missing + "</h1>");
    } finally {
      lock.writeLock().unlock();
    }
  }
}
