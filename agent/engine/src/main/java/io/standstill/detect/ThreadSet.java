package io.standstill.detect;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Threads in the order in which they were added, told apart by id: a thread class may override
 * {@code equals} and {@code hashCode}, and do there what the detector must never wait for.
 */
final class ThreadSet implements Iterable<Thread> {
  private final Map<Long, Thread> byId = new LinkedHashMap<>();

  static ThreadSet of(Iterable<Thread> threads) {
    ThreadSet set = new ThreadSet();
    set.addAll(threads);
    return set;
  }

  boolean add(Thread thread) {
    return byId.putIfAbsent(Threads.id(thread), thread) == null;
  }

  void addAll(Iterable<Thread> threads) {
    threads.forEach(this::add);
  }

  boolean contains(Thread thread) {
    return byId.containsKey(Threads.id(thread));
  }

  Thread get(long id) {
    return byId.get(id);
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  int size() {
    return byId.size();
  }

  Set<Long> ids() {
    return byId.keySet();
  }

  Collection<Thread> threads() {
    return List.copyOf(byId.values());
  }

  @Override
  public Iterator<Thread> iterator() {
    return byId.values().iterator();
  }
}
