package io.standstill.release;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what threads were made to run leads to an object, by way of fields, arrays and the JDK's
 * collections. Code may hide behind listeners and callbacks; but who does not reach a latch will
 * not open it. Executors and other threads are not entered: what waits there is known otherwise.
 */
public final class Reach {
  /** More objects are not looked at, from all starts together; then anything may be reached. */
  private static final int MOST_OBJECTS = 50_000;

  /** What is farther away from a start is not meant, though it may be reached. */
  private static final int MOST_NEAR = 1_000;

  private static final int MOST_OPEN = 500_000;

  private enum Answer {
    YES,
    NO,
    TOO_MUCH
  }

  /** The objects looked for. */
  private final Map<Object, Boolean> wanted = new IdentityHashMap<>();

  /** Code that will do as well as the object itself; null if none does. */
  private final ReleasingCode code;

  /** What does not lead there. */
  private final Map<Object, Boolean> deadEnds = new IdentityHashMap<>();

  private final Links links;

  /** A search for this object, from several starts. */
  public Reach(Object wanted) {
    this(List.of(wanted), null, false);
  }

  private Reach(List<Object> wanted, ReleasingCode code, boolean intoExecutors) {
    wanted.forEach(each -> this.wanted.put(each, true));
    this.code = code;
    this.links = new Links(intoExecutors);
  }

  /** A search that enters executors too, unless they are pools of the JDK's kinds. */
  public static Reach intoExecutors(Object wanted) {
    return new Reach(List.of(wanted), null, true);
  }

  /**
   * A search for any of several objects that does not lead through some others.
   *
   * @param closed what is not looked into
   */
  public static Reach ofAny(List<Object> wanted, List<Object> closed) {
    return new Reach(wanted, null, true).past(closed);
  }

  /** The same search, in which these objects are not looked into either. */
  public Reach past(List<Object> closed) {
    closed.forEach(each -> deadEnds.put(each, true));
    return this;
  }

  /**
   * A search that is content with less: with code that releases anything of this kind, since code
   * may have the object from a static field. It enters executors too, unless they are pools of the
   * JDK's kinds.
   */
  public static Reach ofObjectOrCode(Object wanted, Release.Kind kind) {
    return new Reach(List.of(wanted), new ReleasingCode(kind), true);
  }

  /** True if this leads to the object, or to too much to say. */
  public boolean leadsFrom(Object start) {
    return !Links.areKnown() || search(start, MOST_OBJECTS) != Answer.NO;
  }

  /** True if this leads to the object, and not by way of half of what there is. */
  public boolean leadsShortlyFrom(Object start) {
    return Links.areKnown() && search(start, MOST_NEAR) == Answer.YES;
  }

  private Answer search(Object start, int most) {
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      Object next = open.remove();
      if (wanted.containsKey(next) || code != null && code.isIn(next)) {
        return Answer.YES;
      } else if (seen.size() > most
          || deadEnds.size() + seen.size() > MOST_OBJECTS
          || open.size() > MOST_OPEN
          || Links.isCut(next)) {
        return Answer.TOO_MUCH;
      }
      if ((next == start || !links.isClosed(next))
          && !deadEnds.containsKey(next)
          && seen.put(next, true) == null) {
        for (Object value : links.of(next)) {
          if (value != null && !seen.containsKey(value)) {
            open.add(value);
          }
        }
      }
    }
    deadEnds.putAll(seen);
    return Answer.NO;
  }
}
