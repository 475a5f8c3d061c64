package verdicts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** An event loop with one connection: each byte that comes is handed to a callback. */
public final class MessageLoop implements Runnable {
  private final Selector selector = Selector.open();
  private final SocketChannel far;
  private final BiConsumer<SelectionKey, Character> callback;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * A loop whose other end is at hand.
   *
   * @param callback runs on the thread of the loop
   */
  public MessageLoop(BiConsumer<SelectionKey, Character> callback) throws IOException {
    this.callback = callback;
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      far = SocketChannel.open(server.getLocalAddress());
      SocketChannel near = server.accept();
      near.configureBlocking(false);
      near.register(selector, SelectionKey.OP_READ);
    }
  }

  /** Sends one byte from the other end. */
  public void send(char message) {
    try {
      far.write(ByteBuffer.wrap(new byte[] {(byte) message}));
    } catch (IOException lost) {
      throw new IllegalStateException(lost);
    }
  }

  /** Waits until the loop has ended. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public void run() {
    try {
      while (far.isOpen()) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          read(key);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException lost) {
      throw new IllegalStateException(lost);
    } finally {
      ended.countDown();
    }
  }

  private void read(SelectionKey key) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    if (((SocketChannel) key.channel()).read(one) == 1) {
      callback.accept(key, (char) one.get(0));
    }
  }

  /** Ends the loop. */
  public void close() throws IOException {
    far.close();
    selector.wakeup();
  }
}
