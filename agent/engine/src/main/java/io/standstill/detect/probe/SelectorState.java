package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import jdk.internal.access.SharedSecrets;

/**
 * What waits at a selector of the JDK that nobody selects on: bytes that the operating system has
 * for channels whose reader wants them, and the flag of {@code wakeup}. Asking takes nothing out,
 * and no lock. What other ways of being ready there are is not asked.
 *
 * @param connections how many channels are registered
 * @param unreadConnections how many of them have unread bytes
 * @param unreadBytes how many bytes that are, of all of them together
 * @param woken whether somebody has asked for the selector's attention, in vain so far
 */
public record SelectorState(
    int connections, int unreadConnections, long unreadBytes, boolean woken) {
  private static final SelectorState CLOSED = new SelectorState(0, 0, 0, false);

  /** Larger ones are looked at in part. */
  private static final int MOST_KEYS = 1_000;

  /** Channels of these two classes have a number that is the operating system's. */
  private static final class Channel {
    static final PrivateField NUMBER =
        PrivateField.ifPresent("sun.nio.ch.SocketChannelImpl", "fdVal");
  }

  /** What waits there now. */
  public static SelectorState of(Selector selector) {
    int connections = 0;
    int unreadConnections = 0;
    long unreadBytes = 0;
    try {
      for (SelectionKey key : selector.keys()) {
        if (++connections > MOST_KEYS) {
          break;
        }
        int unread = unread(key);
        unreadConnections += unread > 0 ? 1 : 0;
        unreadBytes += unread;
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
      PrivateField number = Channel.NUMBER;
      return wanted && number != null && number.owner().isInstance(key.channel())
          ? unread(number.getInt(key.channel()))
          : 0;
    } catch (CancelledKeyException cancelled) {
      return 0;
    }
  }

  /** The stream is never closed: it has the channel's descriptor, but does not own it. */
  private static int unread(int number) {
    FileDescriptor descriptor = new FileDescriptor();
    SharedSecrets.getJavaIOFileDescriptorAccess().set(descriptor, number);
    try {
      return new FileInputStream(descriptor).available();
    } catch (IOException closed) {
      return 0;
    }
  }

  private static boolean isWoken(Selector selector) {
    PrivateField flag = PrivateField.ifPresent(selector.getClass().getName(), "interruptTriggered");
    return flag != null && flag.type() == boolean.class && flag.getBoolean(selector);
  }
}
