package io.standstill.weave;

import io.standstill.weave.jdk.JdkWeaving;
import io.standstill.weave.jdk.Retransformation;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.Predicate;

/**
 * The weaver at work in this JVM: what the engine sees of this package.
 *
 * <p>Two transformers make the same bytes: one for classes as they are loaded, one for those that
 * were loaded before.
 */
public final class Weaving {
  private final Instrumentation instrumentation;
  private final ClassFilter filter;
  private final Coverage coverage = new Coverage();
  private final EarlierClasses earlier = new EarlierClasses();
  private final LoadedGlance glance;
  private final ClassFileTransformer atLoad;
  private final ClassFileTransformer later;
  private final JdkWeaving jdk;

  private Weaving(Instrumentation instrumentation, ClassFilter filter, boolean order) {
    this.instrumentation = instrumentation;
    this.filter = filter;
    this.glance = new LoadedGlance(instrumentation);
    CallOwners owners = new CallOwners(instrumentation::getInitiatedClasses);
    this.later = new RetransformTransformer(earlier, coverage, glance, owners);
    this.jdk =
        new JdkWeaving(
            instrumentation,
            coverage::skip,
            order
                ? (name, classFile) -> ClassWeaver.weaveJdk(name, classFile, owners, coverage)
                : null);
    this.atLoad = new LoadTransformer(filter, coverage, jdk, owners);
  }

  /**
   * Weaves every class that is loaded from now on. Classes that are loaded already wait for {@link
   * #weaveLoaded}.
   *
   * @param order whether the order of locks matters: then monitors of the JDK's own do too
   */
  public static Weaving install(
      Instrumentation instrumentation, ClassFilter filter, boolean order) {
    Weaving weaving = new Weaving(instrumentation, filter, order);
    try {
      instrumentation.addTransformer(weaving.atLoad, false);
      weaving.noteLoaded();
      if (instrumentation.isRetransformClassesSupported()) {
        instrumentation.addTransformer(weaving.later, true);
        weaving.jdk.install();
      }
      return weaving;
    } catch (Throwable failure) {
      weaving.remove();
      throw failure;
    }
  }

  /** Weaves nothing more. What is woven stays so. */
  public void remove() {
    instrumentation.removeTransformer(atLoad);
    instrumentation.removeTransformer(later);
    jdk.remove();
  }

  /**
   * Weaves those classes of the JDK that were loaded before {@link #install}; takes a safepoint or
   * two.
   */
  public void weaveJdk() {
    jdk.weaveLoaded();
  }

  /** What has been woven so far, and what has not. */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * Weaves the classes that were loaded before {@link #install}; returns how many now are woven.
   * Takes safepoints, no lock of the application; yet the JVM may load a class that a woven one
   * refers to, so call it from a thread that may be kept waiting by the application's class
   * loaders.
   */
  public int weaveLoaded() {
    noteLoaded();
    return weaveEarlier(type -> true);
  }

  /** Weaves only those that one loader has defined. */
  public void weaveLoadedBy(ClassLoader loader) {
    weaveEarlier(type -> type.getClassLoader() == loader);
  }

  private int weaveEarlier(Predicate<Class<?>> wanted) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return 0;
    }
    List<Class<?>> classes =
        earlier.unseen().stream().filter(wanted).filter(this::mayMatter).toList();
    new Retransformation(instrumentation, this::refused).of(classes);
    int woven = 0;
    for (Class<?> type : classes) {
      woven += earlier.isWoven(type) ? 1 : 0;
    }
    return woven;
  }

  /**
   * Looks for loaded classes again each time: one that was on its way when the first transformer
   * was registered has escaped it. One that did not escape is woven already, and is left alone.
   */
  private void noteLoaded() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(type)) {
        earlier.add(type);
      }
    }
  }

  /** Counts it if there is nothing to weave in it. */
  private boolean mayMatter(Class<?> type) {
    boolean mayMatter = glance.mayMatter(type);
    if (!mayMatter) {
      coverage.seen();
      earlier.done(type, false);
    }
    return mayMatter;
  }

  private boolean isCandidate(Class<?> type) {
    return !type.isArray()
        && !type.isPrimitive()
        && !type.isAnnotation()
        && !type.isHidden()
        && filter.accepts(type.getClassLoader(), type.getModule(), type.getName().replace('.', '/'))
        && instrumentation.isModifiableClass(type);
  }

  private void refused(Class<?> type, String reason) {
    boolean counted = earlier.isWoven(type);
    earlier.done(type, false);
    coverage.refused(reason, type.getName(), counted);
  }
}
