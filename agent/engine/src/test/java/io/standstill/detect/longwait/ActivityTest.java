package io.standstill.detect.longwait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "TIMED_WAITING ~ java.lang.Thread.sleep0 shop.Dao.load ~ sleeps in Dao.load",
        "RUNNABLE ~ sun.nio.ch.SocketDispatcher.read0 java.net.Socket$SocketInputStream.read"
            + " shop.Dao.load ~ reads from a socket in Dao.load",
        "RUNNABLE ~ sun.nio.ch.Net.poll sun.nio.ch.NioSocketImpl.park"
            + " sun.nio.ch.NioSocketImpl.implRead shop.Dao.load ~ reads from a socket in Dao.load",
        "RUNNABLE ~ sun.nio.ch.Net.accept sun.nio.ch.NioSocketImpl.accept shop.Server.run"
            + " ~ waits for a connection in Server.run",
        "RUNNABLE ~ java.io.FileInputStream.readBytes java.io.FileInputStream.read shop.Dao.load"
            + " ~ reads from a file or pipe in Dao.load",
        "RUNNABLE ~ java.util.HashMap.get shop.Dao.load ~ runs in Dao.load",
        "RUNNABLE ~ shop.Dao.load ~ runs in Dao.load",
        "RUNNABLE ~ java.util.HashMap.get ~ runs HashMap.get",
        "WAITING ~ jdk.internal.misc.Unsafe.park java.util.concurrent.locks.LockSupport.park"
            + " java.util.concurrent.CountDownLatch.await shop.Dao.load"
            + " ~ waits in CountDownLatch.await, called by Dao.load",
        "WAITING ~ jdk.internal.misc.Unsafe.park java.util.concurrent.LinkedBlockingQueue.take"
            + " java.util.concurrent.ThreadPoolExecutor.getTask"
            + " java.util.concurrent.ThreadPoolExecutor.runWorker java.lang.Thread.run"
            + " ~ idles in its pool",
        "WAITING ~ jdk.internal.misc.Unsafe.park java.util.concurrent.ForkJoinPool.awaitWork"
            + " java.util.concurrent.ForkJoinPool.runWorker ~ idles in its pool",
        "WAITING ~ java.lang.Object.wait shop.Dao.load ~ waits in Object.wait, called by Dao.load",
        "BLOCKED ~ shop.Dao.load ~ waits in Dao.load",
        "RUNNABLE ~ agent.Weaver.weave sun.instrument.InstrumentationImpl.transform"
            + " java.lang.ClassLoader.defineClass shop.Dao.load ~ loads a class in Dao.load",
      })
  void saysWhatAThreadDoes(Thread.State state, String frames, String words) {
    assertEquals(words, Activity.of(state, stack(frames.split(" "))));
  }

  @Test
  void knowsWhatAThreadWithoutAStackDoes() {
    assertEquals("runs", Activity.of(Thread.State.RUNNABLE, stack()));
    assertEquals("waits", Activity.of(Thread.State.WAITING, stack()));
  }

  private static StackTraceElement[] stack(String... methods) {
    StackTraceElement[] stack = new StackTraceElement[methods.length];
    for (int i = 0; i < methods.length; i++) {
      int dot = methods[i].lastIndexOf('.');
      stack[i] =
          new StackTraceElement(
              methods[i].substring(0, dot), methods[i].substring(dot + 1), null, -1);
    }
    return stack;
  }
}
