package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import java.io.FileDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * What waits at a selector of the JDK that nobody selects on: bytes that the operating system has
 * for channels whose reader wants them, and the flag of {@code wakeup}. Asking takes nothing out,
 * and no lock. What other ways of being ready there are is not asked.
 *
 * @param connections how many connections are registered
 * @param unreadConnections how many of them have unread bytes
 * @param unreadBytes how many bytes that are, of all of them together
 * @param woken whether somebody has asked for the selector's attention, in vain so far
 */
public record SelectorState(
    int connections, int unreadConnections, long unreadBytes, boolean woken) {
  private static final SelectorState CLOSED = new SelectorState(0, 0, 0, false);

  /** Larger ones are looked at in part. */
  private static final int MOST_KEYS = 1_000;

  /** Only where it is needed, and null where this JDK has it no more: then nothing is unread. */
  private static final class Socket {
    static final PrivateField DESCRIPTOR =
        PrivateField.ifPresent("sun.nio.ch.SocketChannelImpl", "fd");

    static final Method AVAILABLE = available();

    private static Method available() {
      try {
        Method method =
            Class.forName("sun.nio.ch.Net").getDeclaredMethod("available", FileDescriptor.class);
        method.setAccessible(true);
        return method;
      } catch (ReflectiveOperationException missing) {
        return null;
      }
    }

    static boolean tells(Object channel) {
      return AVAILABLE != null && DESCRIPTOR != null && DESCRIPTOR.owner().isInstance(channel);
    }
  }

  /** What waits there now. */
  public static SelectorState of(Selector selector) {
    int connections = 0;
    int unreadConnections = 0;
    long unreadBytes = 0;
    try {
      for (SelectionKey key : selector.keys()) {
        if (key.channel() instanceof SocketChannel && connections < MOST_KEYS) {
          connections++;
          int unread = unread(key);
          unreadConnections += unread > 0 ? 1 : 0;
          unreadBytes += unread;
        }
      }
      return new SelectorState(connections, unreadConnections, unreadBytes, isWoken(selector));
    } catch (ClosedSelectorException closed) {
      return CLOSED;
    }
  }

  /** True if the thread that serves it would have something to do. */
  public boolean isWaiting() {
    return woken || unreadBytes > 0;
  }

  private static int unread(SelectionKey key) {
    try {
      boolean wanted = (key.interestOps() & SelectionKey.OP_READ) != 0;
      return wanted && Socket.tells(key.channel())
          ? (int) Socket.AVAILABLE.invoke(null, Socket.DESCRIPTOR.get(key.channel()))
          : 0;
    } catch (CancelledKeyException | InvocationTargetException closed) {
      return 0;
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isWoken(Selector selector) {
    PrivateField flag = PrivateField.ifPresent(selector.getClass().getName(), "interruptTriggered");
    return flag != null && flag.type() == boolean.class && flag.getBoolean(selector);
  }
}
