package io.standstill.samples;

/**
 * Starts virtual threads by reflection, because the samples are compiled for Java 17. Without them
 * a sample says so in one line and ends with {@link #NOT_HERE}.
 */
public final class VirtualThreads {
  /** The exit status of a sample that needs a newer Java. */
  public static final int NOT_HERE = 3;

  private VirtualThreads() {}

  /** Ends the program if this Java has no virtual threads. */
  public static void require() {
    int version = Runtime.version().feature();
    if (version < 21) {
      System.out.println("This sample needs Java 21 or newer; this is Java " + version + ".");
      System.exit(NOT_HERE);
    }
  }

  /** Starts a virtual thread. */
  public static Thread start(String name, Runnable task) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      type.getMethod("name", String.class).invoke(builder, name);
      return (Thread) type.getMethod("start", Runnable.class).invoke(builder, task);
    } catch (ReflectiveOperationException old) {
      throw new IllegalStateException(old);
    }
  }
}
