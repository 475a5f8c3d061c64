package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassInitsTest {
  private static final String PLATFORM =
      """
      "main" #1 [77] prio=5 os_prio=0 cpu=40ms elapsed=9s tid=0x7f nid=77 in Object.wait()
         java.lang.Thread.State: RUNNABLE
      \tat shop.First.<clinit>(First.java:7)
      \t- waiting on the Class initialization monitor for shop.Second
      \tat app//shop.Shop.main(Shop.java:3)
      """;

  /** As JDK 21 prints it: whatever is said here is said of the virtual thread. */
  private static final String CARRIED =
      """
      "ForkJoinPool-1-worker-1" #19 [88] daemon prio=5 os_prio=0 cpu=1ms elapsed=9s tid=0x7f
         Carrying virtual thread #18
      \tat jdk.internal.vm.Continuation.run(java.base@21/Continuation.java:248)
      \t- waiting on the Class initialization monitor for shop.First
      \tat java.lang.VirtualThread.runContinuation(java.base@21/VirtualThread.java:245)
      """;

  /** As JDK 25 prints it, after the carrier's own frames. */
  private static final String MOUNTED =
      """
      "ForkJoinPool-1-worker-1" #19 [88] daemon prio=5 os_prio=0 cpu=1ms elapsed=9s tid=0x7f
         Carrying virtual thread #18
      \tat jdk.internal.vm.Continuation.run(java.base@25/Continuation.java:251)

         Mounted virtual thread #18
      \tat shop.Second.<clinit>(Second.java:5)
      \t- waiting on the Class initialization monitor for shop.First
      """;

  @Test
  void platformThreadWaitsAndInitialises() {
    ClassInits inits = ClassInits.parse(PLATFORM);

    assertEquals("shop.Second", inits.awaitedBy(1));
    assertEquals(Set.of(1L), inits.initializersOf("shop.First"));
  }

  @Test
  void waitOfACarrierIsThatOfItsVirtualThread() {
    ClassInits inits = ClassInits.parse(CARRIED);
    inits.addInitializers(
        18,
        new StackTraceElement[] {
          new StackTraceElement("shop.Second", "<clinit>", "Second.java", 5),
          new StackTraceElement("shop.Shop", "main", "Shop.java", 4)
        });

    assertEquals("shop.First", inits.awaitedBy(18));
    assertNull(inits.awaitedBy(19));
    assertEquals(Set.of(18L), inits.initializersOf("shop.Second"));
    assertEquals(Set.of(), inits.initializersOf("shop.Shop"));
  }

  @Test
  void mountedThreadIsToldByItsOwnFrames() {
    ClassInits inits = ClassInits.parse(MOUNTED);

    assertEquals(Set.of(18L), inits.waiters());
    assertEquals(Set.of(18L), inits.initializersOf("shop.Second"));
  }
}
