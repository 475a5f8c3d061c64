package io.standstill.release;

import io.standstill.jvm.LoaderMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The classes that release something, as weaving met them, by class loader. Thread-safe; the
 * private lock is held for a moment only, since class loading threads come here.
 */
public final class ReleaseSites {
  private static final LoaderMap<Map<String, Noted>> CLASSES = new LoaderMap<>();

  private ReleaseSites() {}

  /**
   * Notes a class; one that is woven again replaces itself. The JDK's loader has none.
   *
   * @param name binary name of the class
   * @param releases reads what the class releases, or returns null if it cannot; asked once, when
   *     that is first looked for
   */
  public static void add(ClassLoader loader, String name, Supplier<ClassReleases> releases) {
    if (loader == null) {
      return;
    }
    synchronized (CLASSES) {
      Map<String, Noted> known = CLASSES.get(loader);
      if (known == null) {
        known = new HashMap<>();
        CLASSES.put(loader, known);
      }
      known.put(name, new Noted(releases));
    }
  }

  /** What is known of a class, or null: most classes release nothing. */
  public static ClassReleases of(ClassLoader loader, String className) {
    Noted noted;
    synchronized (CLASSES) {
      Map<String, Noted> known = CLASSES.get(loader);
      noted = known == null ? null : known.get(className);
    }
    return noted == null ? null : noted.releases();
  }

  /**
   * What is known of all classes. Null if there are some that nobody has asked for before, and more
   * of them than may be read at a time; so many of them are read then.
   */
  static List<ClassReleases> all(int most) {
    List<Noted> noted = new ArrayList<>();
    synchronized (CLASSES) {
      for (Map<String, Noted> known : CLASSES.values()) {
        noted.addAll(known.values());
      }
    }
    List<Noted> unread = noted.stream().filter(Noted::isUnread).toList();
    unread.stream().limit(most).forEach(Noted::releases);
    return unread.size() > most ? null : known(noted);
  }

  private static List<ClassReleases> known(List<Noted> noted) {
    return noted.stream().map(Noted::releases).filter(Objects::nonNull).toList();
  }

  /** What is known of the classes of this name, whatever their loader. */
  public static List<ClassReleases> named(String className) {
    List<Noted> noted = new ArrayList<>();
    synchronized (CLASSES) {
      for (Map<String, Noted> known : CLASSES.values()) {
        if (known.containsKey(className)) {
          noted.add(known.get(className));
        }
      }
    }
    return known(noted);
  }

  /** Keeps the class file until it is read, and only what was read from then on. */
  private static final class Noted {
    private Supplier<ClassReleases> unread;
    private ClassReleases releases;

    Noted(Supplier<ClassReleases> unread) {
      this.unread = unread;
    }

    synchronized boolean isUnread() {
      return unread != null;
    }

    synchronized ClassReleases releases() {
      if (unread != null) {
        releases = unread.get();
        unread = null;
      }
      return releases;
    }
  }
}
