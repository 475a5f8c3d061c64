package io.standstill.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The classes that were loaded before the agent came, held weakly. They were not woven when they
 * were loaded, so they have to be woven whenever they are retransformed. Thread-safe.
 */
final class EarlierClasses {
  private enum State {
    UNSEEN,
    LEFT_ALONE,
    WOVEN
  }

  private final Map<Class<?>, State> states = new WeakHashMap<>();

  void add(Class<?> type) {
    synchronized (states) {
      states.putIfAbsent(type, State.UNSEEN);
    }
  }

  boolean contains(Class<?> type) {
    synchronized (states) {
      return states.containsKey(type);
    }
  }

  boolean isUnseen(Class<?> type) {
    synchronized (states) {
      return states.get(type) == State.UNSEEN;
    }
  }

  boolean isWoven(Class<?> type) {
    synchronized (states) {
      return states.get(type) == State.WOVEN;
    }
  }

  void done(Class<?> type, boolean woven) {
    synchronized (states) {
      states.replace(type, woven ? State.WOVEN : State.LEFT_ALONE);
    }
  }

  /** Those that no transformer has looked at yet. */
  List<Class<?>> unseen() {
    synchronized (states) {
      List<Class<?>> unseen = new ArrayList<>();
      states.forEach(
          (type, state) -> {
            if (state == State.UNSEEN) {
              unseen.add(type);
            }
          });
      return unseen;
    }
  }
}
