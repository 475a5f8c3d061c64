package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Events of AWT that run what was given to {@code invokeLater} and {@code invokeAndWait}. Known by
 * the names of their classes, so that a JVM without a user interface loads none of it.
 */
public final class AwtEvents {
  private static final String PACKAGE = "java.awt.";
  private static final String EVENT = PACKAGE + "event.InvocationEvent";

  private AwtEvents() {}

  /** True for the name of a class of AWT. */
  public static boolean isOfAwt(String className) {
    return className.startsWith(PACKAGE);
  }

  /** The object in whose monitor {@code invokeAndWait} waits for an event; null if nobody does. */
  static Object notified(Object event) {
    return isA(EVENT, event) ? Insides.NOTIFIED.get(event) : null;
  }

  /** True for a queue of events. */
  static boolean isQueue(Object object) {
    return isA(PACKAGE + "EventQueue", object);
  }

  private static boolean isA(String className, Object object) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getClassLoader() == null && type.getName().equals(className)) {
        return true;
      }
    }
    return false;
  }

  /** The queue from which a thread takes its events, or null. */
  static Object queueOf(Thread thread) {
    boolean isOfAwt = thread.getClass().getName().equals(PACKAGE + "EventDispatchThread");
    return isOfAwt && Insides.ALL_PRESENT ? Insides.QUEUE_OF.get(thread) : null;
  }

  /** The events that wait in an {@code EventQueue}, the most urgent ones first. */
  static List<Object> of(Object queue) {
    List<Object> events = new ArrayList<>();
    Object[] byPriority = (Object[]) Insides.QUEUES.get(queue);
    for (int i = byPriority.length - 1; i >= 0; i--) {
      Object item = byPriority[i] == null ? null : Insides.FIRST.get(byPriority[i]);
      while (item != null && events.size() < TaskQueue.MOST) {
        events.add(Insides.ITEM.get(item));
        item = Insides.NEXT.get(item);
      }
    }
    return events;
  }

  /** Not to be touched before there is a thread of AWT. */
  private static final class Insides {
    static final PrivateField NOTIFIED = PrivateField.ifPresent(EVENT, "notifier");
    static final PrivateField QUEUE_OF =
        PrivateField.ifPresent(PACKAGE + "EventDispatchThread", "theQueue");
    static final PrivateField QUEUES = PrivateField.ifPresent(PACKAGE + "EventQueue", "queues");
    static final PrivateField FIRST = PrivateField.ifPresent(PACKAGE + "Queue", "head");
    static final PrivateField ITEM = PrivateField.ifPresent("sun.awt.EventQueueItem", "event");
    static final PrivateField NEXT = PrivateField.ifPresent("sun.awt.EventQueueItem", "next");
    static final boolean ALL_PRESENT =
        Stream.of(NOTIFIED, QUEUE_OF, QUEUES, FIRST, ITEM, NEXT).allMatch(Objects::nonNull);

    private Insides() {}
  }
}
