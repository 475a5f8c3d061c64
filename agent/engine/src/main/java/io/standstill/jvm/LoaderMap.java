package io.standstill.jvm;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known for each class loader of an application. A loader is held weakly, and neither its
 * {@code equals} nor its {@code hashCode} is called. Not thread-safe. Takes no functions: threads
 * that load classes come here, and to link a lambda there may load more.
 *
 * @param <V> what is known; must not refer to the loader or its classes
 */
public final class LoaderMap<V> {
  private final Map<Key, V> values = new HashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

  /** What is known for a loader, or null. */
  public V get(ClassLoader loader) {
    return values.get(new Key(loader, null));
  }

  /** Notes what is known for a loader, and forgets loaders that are gone. */
  public void put(ClassLoader loader, V known) {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      values.remove(each);
    }
    values.put(new Key(loader, gone), known);
  }

  /** What is known for all loaders. */
  public Collection<V> values() {
    return values.values();
  }

  /** Compares by identity; a cleared one still equals itself. */
  private static final class Key extends WeakReference<ClassLoader> {
    private final int hash;

    Key(ClassLoader loader, ReferenceQueue<ClassLoader> gone) {
      super(loader, gone);
      hash = System.identityHashCode(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      ClassLoader own = get();
      return own != null && other instanceof Key that && that.get() == own;
    }
  }
}
