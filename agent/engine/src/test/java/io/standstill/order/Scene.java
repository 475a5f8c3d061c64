package io.standstill.order;

import io.standstill.finding.WaitType;
import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Acquisitions written down by hand: locks have names, threads have numbers. */
final class Scene {
  private final Map<String, OrderedLock> locks = new HashMap<>();
  private final List<Object> keptAlive = new ArrayList<>();
  private int number;

  /** A lock of this name; what stands before a digit at the end is its class. */
  OrderedLock lock(String name) {
    return locks.computeIfAbsent(
        name,
        unused -> {
          Object object = new Object();
          keptAlive.add(object);
          String type = name.replaceAll("[0-9]+$", "");
          OrderedLock lock =
              new OrderedLock(object, "app." + type, name.hashCode(), WaitType.LOCK, false);
          lock.called(name, null);
          return lock;
        });
  }

  /** A name in brackets is a lock held or taken by a reader; one after "new" may be just made. */
  Hold hold(String name) {
    boolean shared = name.startsWith("(");
    String bare = shared ? name.substring(1, name.length() - 1) : name;
    Site site = new Site("app.Code", "use", "Code.java", 1, bare, null, Site.Kind.LOCK);
    boolean fresh = bare.startsWith("new ");
    return new Hold(lock(fresh ? bare.substring(4) : bare), shared, site, fresh);
  }

  /** The thread holds all of these but the last, and takes that one. */
  Acquisition takes(long thread, String... names) {
    return takes(thread, 0, 0, names);
  }

  Acquisition takes(long thread, int began, int step, String... names) {
    return takes(thread, began, step, true, false, names);
  }

  /** The thread holds all of these, gives up the last one while it waits, and takes it again. */
  Acquisition waits(long thread, String... names) {
    return takes(thread, 0, 0, true, true, names);
  }

  /** The same as {@link #takes}, by a thread that may hold more. */
  Acquisition unsure(long thread, String... names) {
    return takes(thread, 0, 0, false, false, names);
  }

  private Acquisition takes(
      long thread, int began, int step, boolean whole, boolean again, String... names) {
    List<Hold> held = new ArrayList<>();
    for (String name : names) {
      held.add(hold(name));
    }
    Hold taken = held.remove(held.size() - 1);
    return new Acquisition(
        ++number,
        thread,
        "t" + thread,
        false,
        began,
        step,
        whole,
        held,
        taken,
        again,
        0,
        Stand.UNKNOWN);
  }

  /** The cycles that these close, with the filters that are in use. */
  static List<Cycle> cycles(Level level, List<Acquisition> acquisitions) {
    List<Cycle> cycles = new ArrayList<>();
    OrderGraph graph = new OrderGraph(level, List.of(new SameThread(), new GateLock(level)));
    for (Acquisition acquisition : acquisitions) {
      Edge.of(acquisition).forEach(edge -> graph.add(edge, cycles::add));
    }
    return cycles;
  }
}
