package io.standstill.weave;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Proves at start-up that locks are seen: loads a small class, as the application would, and looks
 * into the journal while it holds a lock and after. A detector that sees nothing must say so.
 */
public final class SelfCheck {
  static final String SUBJECT = "io/standstill/weave/SelfCheckSubject";
  static final String BLOCK = "synchronized blocks";
  static final String METHOD = "synchronized methods";
  static final String LOCK = "java.util.concurrent locks";

  private SelfCheck() {}

  /** Returns null if all is well, else one sentence about what is not seen. */
  public static String run() {
    try {
      BiConsumer<String, Runnable> subject = load();
      for (String primitive : List.of(BLOCK, METHOD, LOCK)) {
        String complaint = check(subject, primitive);
        if (complaint != null) {
          return complaint;
        }
      }
      return null;
    } catch (Throwable failure) {
      return "The self-check failed: " + failure + ".";
    }
  }

  private static String check(BiConsumer<String, Runnable> subject, String primitive) {
    int before = depth();
    int[] inside = new int[1];
    subject.accept(primitive, () -> inside[0] = depth());
    if (inside[0] != before + 1) {
      return "Standstill does not see " + primitive + " being taken.";
    } else if (depth() != before) {
      return "Standstill does not see " + primitive + " being released.";
    }
    return null;
  }

  private static int depth() {
    for (Journal journal : Journals.all()) {
      if (journal.get() == Thread.currentThread()) {
        return journal.holdings().held().length;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked")
  private static BiConsumer<String, Runnable> load() throws Exception {
    byte[] bytes = bytes();
    Class<?> subject = new SubjectLoader(SelfCheck.class.getClassLoader()).define(bytes);
    return (BiConsumer<String, Runnable>) subject.getConstructor().newInstance();
  }

  /** In the packaged agent, class files have another ending. */
  private static byte[] bytes() throws IOException {
    ClassLoader loader = SelfCheck.class.getClassLoader();
    for (String ending : List.of(".class", ".classdata")) {
      try (InputStream in = loader.getResourceAsStream(SUBJECT + ending)) {
        if (in != null) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException(SUBJECT + " is missing");
  }

  private static final class SubjectLoader extends ClassLoader {
    SubjectLoader(ClassLoader parent) {
      super("standstill-self-check", parent);
    }

    Class<?> define(byte[] bytes) {
      return defineClass(SUBJECT.replace('/', '.'), bytes, 0, bytes.length);
    }
  }
}
