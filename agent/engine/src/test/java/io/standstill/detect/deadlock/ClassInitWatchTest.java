package io.standstill.detect.deadlock;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.detect.probe.ClassInits;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom it looks at again, which takes a pause. */
@Timeout(60)
class ClassInitWatchTest {
  private final ClassInitWatch watch = new ClassInitWatch();

  @Test
  void whoLooksDoesNotWait() {
    assertFalse(watch.glance(List.of(Thread.currentThread())));
  }

  @Test
  void whoStandsStillInNativeCodeIsLookedAtOnce() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread acceptor = new Thread(() -> accept(server));
      acceptor.start();
      while (acceptor.getStackTrace().length == 0
          || !acceptor.getStackTrace()[0].isNativeMethod()) {
        Thread.onSpinWait();
      }

      assertTrue(watch.glance(List.of(acceptor)));
      while (watch.glance(List.of(acceptor))) { // It may run on for a moment.
        assertSame(ClassInits.NONE, watch.look());
      }

      assertFalse(watch.glance(List.of(acceptor)));
    }
  }

  private static void accept(ServerSocket server) {
    try {
      server.accept();
    } catch (Exception closed) {
      return; // The test is over.
    }
  }
}
