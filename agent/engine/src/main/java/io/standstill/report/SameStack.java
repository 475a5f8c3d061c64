package io.standstill.report;

import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups threads that wait in the same place and hold nothing, such as the workers of a pool: one
 * of them tells it all. Two are still shown one by one.
 */
final class SameStack {
  private static final int FEWEST = 3;

  private record Place(String type, String className, List<String> stack) {}

  private SameStack() {}

  static Collection<List<StuckThread>> groups(List<StuckThread> threads) {
    Map<Object, List<StuckThread>> groups = new LinkedHashMap<>();
    for (StuckThread thread : threads) {
      groups.computeIfAbsent(key(thread), unused -> new ArrayList<>()).add(thread);
    }
    List<List<StuckThread>> shown = new ArrayList<>();
    for (List<StuckThread> group : groups.values()) {
      if (group.size() < FEWEST) {
        group.forEach(thread -> shown.add(List.of(thread)));
      } else {
        shown.add(group);
      }
    }
    return shown;
  }

  private static Object key(StuckThread thread) {
    LockUse wanted = thread.waitsFor();
    if (!thread.holds().isEmpty() || thread.stack().isEmpty()) {
      return thread.id();
    }
    return wanted == null
        ? new Place(thread.state(), null, thread.stack())
        : new Place(wanted.type().toString(), wanted.className(), thread.stack());
  }
}
