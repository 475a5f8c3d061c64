package io.standstill.release;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes that release something, as weaving met them, by class loader. A loader is held
 * weakly, and neither its {@code equals} nor its {@code hashCode} is called. Thread-safe; the
 * private lock is held for a moment only, since class loading threads come here.
 */
public final class ReleaseSites {
  private static final Map<Loader, Map<String, ClassReleases>> CLASSES = new HashMap<>();
  private static final ReferenceQueue<ClassLoader> GONE = new ReferenceQueue<>();

  private ReleaseSites() {}

  /** Notes a class; one that is woven again replaces itself. The JDK's loader has none. */
  public static void add(ClassLoader loader, ClassReleases found) {
    if (loader == null) {
      return;
    }
    synchronized (CLASSES) {
      for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
        CLASSES.remove(gone);
      }
      Map<String, ClassReleases> known = CLASSES.get(new Loader(loader, null));
      if (known == null) {
        known = new HashMap<>();
        CLASSES.put(new Loader(loader, GONE), known);
      }
      known.put(found.name(), found);
    }
  }

  /** What is known of a class, or null: most classes release nothing. */
  public static ClassReleases of(ClassLoader loader, String className) {
    synchronized (CLASSES) {
      Map<String, ClassReleases> known = CLASSES.get(new Loader(loader, null));
      return known == null ? null : known.get(className);
    }
  }

  /** What is known of the classes of this name, whatever their loader. */
  public static List<ClassReleases> named(String className) {
    List<ClassReleases> found = new ArrayList<>();
    synchronized (CLASSES) {
      for (Map<String, ClassReleases> known : CLASSES.values()) {
        ClassReleases releases = known.get(className);
        if (releases != null) {
          found.add(releases);
        }
      }
    }
    return found;
  }

  /** Compares by identity; a cleared one still equals itself. */
  private static final class Loader extends WeakReference<ClassLoader> {
    private final int hash;

    Loader(ClassLoader loader, ReferenceQueue<ClassLoader> gone) {
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
      return own != null && other instanceof Loader that && that.get() == own;
    }
  }
}
