package io.standstill.weave.jdk;

import io.standstill.recorder.NamedByHooks;
import io.standstill.recorder.TaskHooks;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * The weaver of JDK classes at work in this JVM: while they are loaded, and again when they are
 * retransformed. A class that does not look as expected is left alone and reported.
 */
public final class JdkWeaving implements ClassFileTransformer {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String JAVA = "java/";
  private static final long LONGEST_WAIT_MILLIS = 2_000;

  private final Instrumentation instrumentation;
  private final BiConsumer<String, String> skipped;
  private final BiFunction<String, byte[], byte[]> monitors;

  /** Zero once there is nothing to wait for. */
  private final CountDownLatch monitorsWoven;

  /** Internal names of the classes that were looked at, woven or not. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /**
   * A weaver that does nothing yet.
   *
   * @param skipped told the reason and the name of each class that is left alone
   * @param monitors weaves a class, given by its internal name, whose monitors matter; null if none
   *     do
   */
  public JdkWeaving(
      Instrumentation instrumentation,
      BiConsumer<String, String> skipped,
      BiFunction<String, byte[], byte[]> monitors) {
    this.instrumentation = instrumentation;
    this.skipped = skipped;
    this.monitors = monitors;
    this.monitorsWoven = new CountDownLatch(monitors == null || !reachesHooks() ? 0 : 1);
    prepare();
  }

  /**
   * Loads what decides on a class, and what a map of the JDK needs as soon as two threads change it
   * at a time. Were that loaded while the JVM loads one of its own classes, which is when we are
   * asked, it might need that very class; the JVM then refuses it with a {@code
   * ClassCircularityError}, to whoever uses such a map, and for good.
   */
  private void prepare() {
    isWanted(CONCURRENT);
    isWanted(JAVA);
    ThreadLocalRandom.class.getModifiers();
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
   * Weaves those of the classes that were loaded before; takes a safepoint or two. When it returns
   * they are woven, whoever called it first.
   */
  public synchronized void weaveLoaded() {
    try {
      weaveLoaded(this::hasMonitors);
    } finally {
      monitorsWoven.countDown();
    }
    weaveLoaded(this::isWanted);
    if (reachesHooks()) {
      NamedByHooks.loadRead();
    }
  }

  /**
   * The JVM needs some {@link JdkMonitors} itself, and has loaded them before it starts us. That
   * they are woven can wait until {@code main} has begun, but not for a class that uses them: its
   * loading waits, for {@link #weaveLoaded} and a moment only. Returns at once later on.
   */
  public void awaitMonitorsOf(byte[] classFile) {
    try {
      if (monitorsWoven.getCount() > 0 && JdkMonitors.areUsedBy(new ClassReader(classFile))) {
        monitorsWoven.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException unreadable) {
      return; // Whoever weaves it says what is wrong with it.
    }
  }

  private void weaveLoaded(Predicate<String> wanted) {
    if (!reachesHooks() || !instrumentation.isRetransformClassesSupported()) {
      return;
    }
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() == null) {
        String name = type.getName().replace('.', '/');
        if (wanted.test(name) && !seen.contains(name)) {
          classes.add(type);
        }
      }
    }
    new Retransformation(instrumentation, (type, why) -> skipped.accept(why, type.getName()))
        .of(classes);
  }

  private boolean isWanted(String name) {
    return name.startsWith(CONCURRENT) ? JdkClassWeaver.of(name) != null : hasMonitors(name);
  }

  private boolean hasMonitors(String name) {
    return monitors != null && name.startsWith(JAVA) && JdkMonitors.areOf(name);
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader != null || className == null || !isWanted(className)) {
      return null;
    }
    try {
      if (hasMonitors(className)) {
        seen.add(className);
        return monitors.apply(className, classFile);
      }
      return weave(JdkClassWeaver.of(className), classFile);
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
