package io.standstill.junit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/** Ends the JVM where the run cannot go on. */
interface Ending {
  /** The status with which the JVM ends: that of the agent's option {@code on-deadlock=halt}. */
  int STATUS = 70;

  /** What is said if all was in vain. */
  String REFUSED = "this JVM must not be ended, by its security manager: ";

  /** Says why, and ends the JVM. */
  void end(String report);

  /** Really. */
  static void ofThisJvm(String report) {
    write(report);
    allowExit();
    // Hooks write what others have gathered; but they may need what is stuck.
    OwnThread.start("standstill-exit", Ending::exit);
    OwnThread.rest(3_000);
    try {
      Runtime.getRuntime().halt(STATUS);
    } catch (SecurityException refused) {
      kill();
    }
  }

  private static void exit() {
    try {
      System.exit(STATUS);
    } catch (SecurityException refused) {
      terminate();
    }
  }

  /**
   * As {@code kill} does, which runs the hooks too: no security manager is asked for that. The
   * status is another one.
   */
  private static void terminate() {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      type.getMethod("raise", type)
          .invoke(null, type.getConstructor(String.class).newInstance("TERM"));
    } catch (ReflectiveOperationException | RuntimeException refused) {
      write("standstill: " + REFUSED + refused);
    }
  }

  /** The JVM sends itself no signal that it does not handle; another one may. */
  private static void kill() {
    try {
      OtherJvm.running(KillMain.class).start();
    } catch (IOException | RuntimeException refused) {
      write("standstill: " + REFUSED + refused);
    }
  }

  /** What keeps tests from ending the JVM must not keep a run going that cannot go on. */
  @SuppressWarnings("removal")
  private static void allowExit() {
    try {
      System.setSecurityManager(null);
    } catch (SecurityException | UnsupportedOperationException refused) {
      return; // There is none, or it holds for us too.
    }
  }

  /** To file descriptor 2: {@code System.err} is captured by the test tools, and may be stuck. */
  private static void write(String report) {
    FileOutputStream out = new FileOutputStream(FileDescriptor.err);
    try {
      out.write((report + "\n").getBytes(Charset.defaultCharset()));
      out.flush();
    } catch (IOException nobodyListens) {
      return; // There is no other place to say it.
    }
  }
}
