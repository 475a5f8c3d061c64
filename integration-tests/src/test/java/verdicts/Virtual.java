package verdicts;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

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

  /** The same, with threads called PREFIX1, PREFIX2, and so on. */
  public static ExecutorService executor(String prefix) {
    try {
      Method method = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
      return (ExecutorService) method.invoke(null, factory(prefix));
    } catch (ReflectiveOperationException tooOld) {
      throw new IllegalStateException("no virtual threads on this JDK", tooOld);
    }
  }

  /** Makes virtual threads called PREFIX1, PREFIX2, and so on. */
  public static ThreadFactory factory(String prefix) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      builder = type.getMethod("name", String.class, long.class).invoke(builder, prefix, 1);
      return (ThreadFactory) type.getMethod("factory").invoke(builder);
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
