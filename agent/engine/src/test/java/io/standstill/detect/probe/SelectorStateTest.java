package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SelectorStateTest {
  private Selector selector;
  private SocketChannel far;
  private SelectionKey key;

  @BeforeEach
  void connect() throws IOException {
    selector = Selector.open();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      far = SocketChannel.open(server.getLocalAddress());
      SocketChannel near = server.accept();
      near.configureBlocking(false);
      key = near.register(selector, SelectionKey.OP_READ);
    }
  }

  @AfterEach
  void close() throws IOException {
    far.close();
    key.channel().close();
    selector.close();
  }

  @Test
  void nothingWaitsAtASilentConnection() {
    assertEquals(new SelectorState(1, 0, 0, false), SelectorState.of(selector));
    assertFalse(SelectorState.of(selector).isWaiting());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void countsWhatItsReaderWantsAndLeavesItThere() throws IOException {
    sendFiveBytes();
    assertEquals(new SelectorState(1, 1, 5, false), SelectorState.of(selector));
    assertEquals(5, SelectorState.of(selector).unreadBytes(), "taken out by asking");
    assertTrue(SelectorState.of(selector).isWaiting());
    assertEquals(5, ((SocketChannel) key.channel()).read(ByteBuffer.allocate(10)));
    assertFalse(SelectorState.of(selector).isWaiting());
  }

  @Test
  void countsNothingThatItsReaderDoesNotWant() throws IOException {
    sendFiveBytes();
    key.interestOps(0);
    assertFalse(SelectorState.of(selector).isWaiting());
  }

  @Test
  void noticesThatItWasWokenUntilItSelects() throws IOException {
    selector.wakeup();
    assertEquals(new SelectorState(1, 0, 0, true), SelectorState.of(selector));
    assertTrue(SelectorState.of(selector).isWaiting());
    selector.selectNow();
    assertFalse(SelectorState.of(selector).isWaiting());
  }

  @Test
  void nothingWaitsAtAClosedOne() throws IOException {
    selector.close();
    assertFalse(SelectorState.of(selector).isWaiting());
  }

  /** Bytes on the loopback are there once the other end can select them. */
  private void sendFiveBytes() throws IOException {
    far.write(ByteBuffer.wrap(new byte[5]));
    selector.select();
    selector.selectedKeys().clear();
  }
}
