package verdicts;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, by reflection: the programs are compiled for Java 17. */
public final class Virtual {
  private Virtual() {}

  /** A virtual thread, not yet started. */
  public static Thread thread(String name, Body body) {
    return builder("unstarted", name, Body.task(body));
  }

  /** A running virtual thread. */
  public static Thread start(String name, Body body) {
    return builder("start", name, Body.task(body));
  }

  /** An executor that starts a virtual thread per task. */
  public static ExecutorService executor() {
    try {
      Method method = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
      return (ExecutorService) method.invoke(null);
    } catch (ReflectiveOperationException tooOld) {
      throw new IllegalStateException("no virtual threads on this JDK", tooOld);
    }
  }

  private static Thread builder(String method, String name, Runnable task) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      builder = type.getMethod("name", String.class).invoke(builder, name);
      return (Thread) type.getMethod(method, Runnable.class).invoke(builder, task);
    } catch (ReflectiveOperationException tooOld) {
      throw new IllegalStateException("no virtual threads on this JDK", tooOld);
    }
  }
}
