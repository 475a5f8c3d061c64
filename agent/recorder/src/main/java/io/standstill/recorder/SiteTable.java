package io.standstill.recorder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives each call site a number that woven code carries as a constant. Equal sites share a number,
 * so that weaving a class again adds nothing. Written while weaving, read by the engine; no hook
 * touches it. Number 0 is no site.
 */
public final class SiteTable {
  private static final Map<Site, Integer> IDS = new HashMap<>();
  private static volatile Site[] sites = new Site[256];
  private static int count = 1;

  private SiteTable() {}

  /** The number of a site, a new one if it was never seen. */
  public static int register(Site site) {
    synchronized (IDS) {
      Integer known = IDS.get(site);
      if (known != null) {
        return known;
      }
      if (count == sites.length) {
        sites = Arrays.copyOf(sites, count * 2);
      }
      sites[count] = site;
      IDS.put(site, count);
      return count++;
    }
  }

  /** The site of a number, or null if there is none. */
  public static Site get(int id) {
    Site[] known = sites;
    return id > 0 && id < known.length ? known[id] : null;
  }
}
