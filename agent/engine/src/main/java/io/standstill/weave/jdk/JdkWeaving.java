package io.standstill.weave.jdk;

import io.standstill.recorder.TaskHooks;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The weaver of JDK classes at work in this JVM: while they are loaded, and again when they are
 * retransformed. A class that does not look as expected is left alone and reported.
 */
public final class JdkWeaving implements ClassFileTransformer {
  private static final String PACKAGE = "java/util/concurrent/";

  private final Instrumentation instrumentation;
  private final BiConsumer<String, String> skipped;

  /** Internal names of the classes that were looked at, woven or not. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /**
   * A weaver that does nothing yet.
   *
   * @param skipped told the reason and the name of each class that is left alone
   */
  public JdkWeaving(Instrumentation instrumentation, BiConsumer<String, String> skipped) {
    this.instrumentation = instrumentation;
    this.skipped = skipped;
  }

  /**
   * Weaves the classes as they are loaded from now on. Those that are loaded already wait for
   * {@link #weaveLoaded}. Does nothing where the hooks are out of the reach of JDK classes.
   */
  public void install() {
    if (reachesHooks()) {
      TaskHooks.rehearse();
      instrumentation.addTransformer(this, true);
    }
  }

  private static boolean reachesHooks() {
    return TaskHooks.class.getClassLoader() == null;
  }

  /** Weaves nothing more. What is woven stays so. */
  public void remove() {
    instrumentation.removeTransformer(this);
  }

  /**
   * Weaves those of the classes that were loaded before; takes a safepoint for each. When it
   * returns they are woven, whoever called it first.
   */
  public synchronized void weaveLoaded() {
    if (!reachesHooks() || !instrumentation.isRetransformClassesSupported()) {
      return;
    }
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() == null && isUnseen(type.getName().replace('.', '/'))) {
        classes.add(type);
      }
    }
    for (Class<?> type : classes) {
      try {
        instrumentation.retransformClasses(type);
      } catch (Throwable refusal) {
        skipped.accept(
            "refused by the JVM (" + refusal.getClass().getSimpleName() + ")", type.getName());
      }
    }
  }

  private boolean isUnseen(String name) {
    return name.startsWith(PACKAGE) && JdkClassWeaver.of(name) != null && !seen.contains(name);
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader != null || className == null || !className.startsWith(PACKAGE)) {
      return null;
    }
    try {
      JdkClassWeaver weaver = JdkClassWeaver.of(className);
      return weaver == null ? null : weave(weaver, classFile);
    } catch (Throwable failure) {
      skipped.accept("failed (" + failure.getClass().getSimpleName() + ")", className);
      return null;
    }
  }

  private byte[] weave(JdkClassWeaver weaver, byte[] classFile) {
    boolean first = seen.add(weaver.className());
    try {
      return JdkClassRewriter.rewrite(classFile, weaver);
    } catch (UnexpectedCode unexpected) {
      if (first) {
        skipped.accept("unexpected code in the JDK", unexpected.getMessage());
      }
      return null;
    }
  }
}
