package io.standstill.order;

import io.standstill.recorder.Site;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Places whose code makes objects, as noted while it was woven: a lock that is taken there may be
 * one that nobody else can know yet. Thread-safe.
 */
public final class Birthplaces {
  private static final Map<Integer, Place> PLACES = new ConcurrentHashMap<>();

  private record Place(boolean unborn, Set<String> made) {}

  private Birthplaces() {}

  /**
   * Notes a place that takes a lock.
   *
   * @param site its number
   * @param unborn whether nobody else can have the lock when it is taken there
   * @param made names of the classes of what the method makes
   */
  public static void note(int site, boolean unborn, Set<String> made) {
    Place place = new Place(unborn, Set.copyOf(made));
    PLACES.merge(site, place, (a, b) -> new Place(a.unborn && b.unborn, b.made));
  }

  /** True if nobody else can have what is taken there. */
  static boolean isOfUnborn(int site) {
    Place place = PLACES.get(site);
    return place != null && place.unborn;
  }

  /**
   * True if the method of one place may have made the lock that is taken at another: the very
   * object, or the one that it belongs to.
   */
  static boolean mayMake(int site, Object lock, Site taken) {
    Place place = PLACES.get(site);
    if (place == null) {
      return false;
    }
    for (Class<?> type = lock.getClass(); type != null; type = type.getSuperclass()) {
      if (place.made.contains(type.getName())) {
        return true;
      }
    }
    return place.made.contains(taken.className());
  }
}
