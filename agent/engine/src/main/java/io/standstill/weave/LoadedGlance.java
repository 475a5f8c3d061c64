package io.standstill.weave;

import java.lang.instrument.Instrumentation;

/**
 * Tells of a loaded class whether there may be anything to weave in it. Redefining a class takes a
 * safepoint and throws away what is compiled of it, so it would cost an application much to have
 * that done to all of its classes for the sake of a few. Only who redefines a class is shown its
 * class file, though. So the JVM is asked to, and then given what is no class file: it gives up
 * before it has changed anything.
 */
final class LoadedGlance {
  private static final byte[] NO_CLASS_FILE = {0};

  private final Instrumentation instrumentation;
  private volatile Thread asker;
  private Class<?> asked;
  private boolean mayMatter;

  LoadedGlance(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** False only if the class has nothing that is ever woven or noted. One thread at a time. */
  boolean mayMatter(Class<?> type) {
    asked = type;
    mayMatter = true;
    asker = Thread.currentThread();
    try {
      instrumentation.retransformClasses(type);
    } catch (Throwable gaveUp) {
      return mayMatter;
    } finally {
      asker = null;
      asked = null;
    }
    return mayMatter;
  }

  /** Whether this class is just being asked about, by the current thread. */
  boolean isAt(Class<?> redefined) {
    return asker == Thread.currentThread() && asked == redefined;
  }

  /** Looks at the class file; returns what makes the JVM give up. */
  byte[] lookAt(byte[] classFile) {
    mayMatter = ClassWeaver.mayMatter(classFile);
    return NO_CLASS_FILE;
  }
}
