package jdk.test.whitebox;

import java.lang.reflect.Executable;

/**
 * HotSpot's own door for its tests, open with {@code -XX:+WhiteBoxAPI} to a class of this name that
 * the boot loader finds. The JVM binds the methods by name; those that it misses here do not
 * matter.
 */
public final class WhiteBox {
  private static final WhiteBox INSTANCE = new WhiteBox();
  private static final int C2 = 4;

  static {
    registerNatives();
  }

  private WhiteBox() {}

  /** Compiles a method with the optimising compiler, at once with {@code -Xbatch}. */
  public static boolean compiles(Executable method) {
    return INSTANCE.enqueueMethodForCompilation0(method, C2, -1)
        && INSTANCE.getMethodCompilationLevel0(method, false) == C2;
  }

  private static native void registerNatives();

  private native boolean enqueueMethodForCompilation0(Executable method, int level, int bci);

  private native int getMethodCompilationLevel0(Executable method, boolean onStackReplacement);
}
