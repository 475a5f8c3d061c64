package io.standstill.order;

import io.standstill.jvm.Frames;
import io.standstill.recorder.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stacks that observations bring, as text. All observations of a chain stand in the same place,
 * whoever called that; so one that brings no stack is told with the first that was brought, as one
 * that is alike.
 *
 * <p>Bounded. Half of the room is for first stacks of chains: a long run has ever new callers of
 * the same places, and a place that is met late should be told with a stack too.
 */
final class Stacks {
  /** Different stacks that are kept. */
  static final int MOST = 2_000;

  private static final int MOST_WITH_FURTHER = MOST / 2;
  private static final String RECORDER = Observation.class.getPackageName() + ".";

  private final Map<List<String>, List<String>> known = new HashMap<>();
  private final Map<Integer, List<String>> firsts = new HashMap<>();

  /** Most frames are on many stacks. */
  private final Map<String, String> texts = new HashMap<>();

  /**
   * Where a thread stood.
   *
   * @param frames null if the observation brought none
   */
  Stand of(int chain, StackTraceElement[] frames) {
    List<String> first = firsts.get(chain);
    int most = first == null ? MOST : MOST_WITH_FURTHER;
    if (frames == null || known.size() >= most) {
      return first == null ? Stand.UNKNOWN : Stand.like(first);
    }
    List<String> stack = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      if (!frame.getClassName().startsWith(RECORDER)) {
        stack.add(texts.computeIfAbsent(Frames.text(frame), text -> text));
      }
    }
    List<String> same = known.computeIfAbsent(stack, List::copyOf);
    firsts.putIfAbsent(chain, same);
    return Stand.seen(same);
  }
}
