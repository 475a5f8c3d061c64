package io.standstill.jvm;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The threads that the JVM will start when it is told to end. A torn reading misses some. */
public final class ShutdownHooks {
  private static final PrivateField HOOKS =
      PrivateField.ifPresent("java.lang.ApplicationShutdownHooks", "hooks");
  private static final PrivateField TABLE = PrivateField.of(IdentityHashMap.class, "table");

  private ShutdownHooks() {}

  /** None once the JVM ends, or where it keeps them otherwise. */
  public static List<Thread> all() {
    Object hooks = HOOKS == null ? null : HOOKS.get(null);
    Object[] keysAndValues = hooks == null ? new Object[0] : (Object[]) TABLE.get(hooks);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (keysAndValues[i] instanceof Thread thread) {
        threads.add(thread);
      }
    }
    return threads;
  }
}
