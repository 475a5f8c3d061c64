package verdicts.other;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.CountDownLatch;
import verdicts.Stage;

/**
 * An agent that spoils the class on which Standstill checks itself, and the program for it: either
 * goes on until that is done, or has ended already and keeps the JVM from its end until then.
 */
public final class SpoiledCheck implements ClassFileTransformer {
  public static final String GOES_ON = "goes-on";
  public static final String ENDS = "ends";

  private final CountDownLatch ending;

  private SpoiledCheck(CountDownLatch ending) {
    this.ending = ending;
  }

  public static void premain(String does, Instrumentation instrumentation) {
    CountDownLatch ending = new CountDownLatch(does.equals(ENDS) ? 1 : 0);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ending.countDown();
                  awaitWatch();
                }));
    instrumentation.addTransformer(new SpoiledCheck(ending));
  }

  public static void main(String[] args) {
    if (args[0].equals(GOES_ON)) {
      awaitWatch();
    }
    System.out.println(args[0]);
  }

  /** Until Standstill has begun to look: it checks itself before. */
  private static void awaitWatch() {
    while (Thread.getAllStackTraces().values().stream().noneMatch(SpoiledCheck::isLooking)) {
      Stage.sleep(10);
    }
  }

  private static boolean isLooking(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().endsWith(".Watch") && frame.getMethodName().equals("tick")) {
        return true;
      }
    }
    return false;
  }

  /** What is no class file cannot be defined. */
  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (className == null || !className.endsWith("/SelfCheckSubject")) {
      return null;
    }
    try {
      ending.await();
    } catch (InterruptedException stopped) {
      return null;
    }
    return new byte[1];
  }
}
