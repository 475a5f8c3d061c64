package io.standstill.jvm;

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
public final class ThreadSet implements Iterable<Thread> {
  private final Map<Long, Thread> byId = new LinkedHashMap<>();

  public static ThreadSet of(Iterable<Thread> threads) {
    ThreadSet set = new ThreadSet();
    set.addAll(threads);
    return set;
  }

  public boolean add(Thread thread) {
    return byId.putIfAbsent(Threads.id(thread), thread) == null;
  }

  public void addAll(Iterable<Thread> threads) {
    threads.forEach(this::add);
  }

  public boolean contains(Thread thread) {
    return byId.containsKey(Threads.id(thread));
  }

  public Thread get(long id) {
    return byId.get(id);
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  public int size() {
    return byId.size();
  }

  public Set<Long> ids() {
    return byId.keySet();
  }

  public Collection<Thread> threads() {
    return List.copyOf(byId.values());
  }

  @Override
  public Iterator<Thread> iterator() {
    return byId.values().iterator();
  }
}
