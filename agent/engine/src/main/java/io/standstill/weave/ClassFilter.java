package io.standstill.weave;

import io.standstill.recorder.MonitorHooks;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * Decides which classes are looked at: those of the application, as far as the user's patterns let
 * them through. The JDK, the agent itself and its JUnit extension never are.
 */
public final class ClassFilter {
  private static final String LAUNCHER = "io/standstill/";
  private static final String EXTENSION = "io/standstill/junit/";
  private static final String RECORDER =
      Type.getInternalName(MonitorHooks.class)
          .substring(0, Type.getInternalName(MonitorHooks.class).lastIndexOf('/') + 1);

  private final ClassLoader engine = ClassFilter.class.getClassLoader();
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final List<NamePattern> include;
  private final List<NamePattern> exclude;

  /**
   * Patterns are dotted class names in which {@code *} stands for any characters.
   *
   * @param include what to weave; empty for everything
   * @param exclude what to leave alone; wins over {@code include}
   */
  public ClassFilter(List<String> include, List<String> exclude) {
    this.include = include.stream().map(NamePattern::new).toList();
    this.exclude = exclude.stream().map(NamePattern::new).toList();
  }

  /**
   * @param loader the loader that defines the class
   * @param internalName the name of the class, with slashes
   */
  boolean accepts(ClassLoader loader, Module module, String internalName) {
    if (loader == null || loader == platform || loader == engine || isJdk(module)) {
      return false;
    } else if (internalName.equals(SelfCheck.SUBJECT)) {
      return true;
    }
    return !isOurs(internalName) && isWanted(internalName.replace('/', '.'));
  }

  private static boolean isJdk(Module module) {
    return module != null
        && module.isNamed()
        && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
  }

  private static boolean isOurs(String name) {
    return name.startsWith(RECORDER)
        || name.startsWith(EXTENSION)
        || name.startsWith(LAUNCHER) && name.indexOf('/', LAUNCHER.length()) < 0;
  }

  private boolean isWanted(String name) {
    return !matchesAny(exclude, name) && (include.isEmpty() || matchesAny(include, name));
  }

  private static boolean matchesAny(List<NamePattern> patterns, String name) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(name)) {
        return true;
      }
    }
    return false;
  }
}
