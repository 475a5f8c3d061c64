package io.standstill.release;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * All code that may release an object, whether or not anybody is in the middle of it: who runs it
 * may come out of nowhere, as a shutdown hook does, or the handler of a signal. Told from the notes
 * of weaving, so it errs to naming too much where the code does not tell which object it means.
 */
public final class ReleasingMethods {
  private static final String AWAIT = "await";

  /** So many classes are read at a time; what was read is known from then on. */
  private static final int MOST_READ = 200;

  private final Object object;
  private final Release.Kind kind;
  private final Function<String, Class<?>> loadedClass;
  private final Set<String> types;
  private final TypeMentions mentions;

  /**
   * @param loadedClass finds a loaded class by its name, or null
   */
  public ReleasingMethods(
      Object object, Release.Kind kind, Function<String, Class<?>> loadedClass) {
    this.object = object;
    this.kind = kind;
    this.loadedClass = loadedClass;
    this.types = ValuesAtHand.names(object.getClass());
    this.mentions = new TypeMentions(object.getClass(), MOST_READ);
  }

  /**
   * True if no other methods release such an object. False also as long as there are more classes
   * that nobody has read yet than can be read at a time: they are, whenever it is asked again.
   *
   * @param methods their classes and names, as the places of releases begin: up to the bracket
   */
  public boolean areAmong(Collection<String> methods) {
    List<ClassReleases> all = mayReleaseItself() ? null : ReleaseSites.all(MOST_READ);
    if (all == null) {
      return false;
    }
    for (ClassReleases type : all) {
      for (MethodReleases method : type.methods().values()) {
        if (!methods.contains(type.name() + "." + method.name() + "(") && mayBeIn(type, method)) {
          return false;
        }
      }
    }
    return true;
  }

  /** An object of the application's own class, with code that calls what releases it. */
  private boolean mayReleaseItself() {
    for (Class<?> c = object.getClass(); c.getClassLoader() != null; c = c.getSuperclass()) {
      for (ConstantPools.Member member : ConstantPools.members(c)) {
        if (!member.isField()
            && types.contains(member.owner())
            && Release.methodNames().contains(member.name())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean mayBeIn(ClassReleases type, MethodReleases method) {
    for (Release release : method.releases()) {
      boolean newOne = release.target() != null && release.target().isMade();
      if (release.kind() == kind
          && !newOne
          && mayMean(release.owner(), release.target(), type, method)) {
        return true;
      }
    }
    for (Call call : method.calls()) {
      if (call.kind() == Call.Kind.DEFERRED
          && call.releases(type) == kind
          && mayMean(call.owner(), call.receiver(), type, method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * True if what the code calls by this class, and has from there, may be the object. If the object
   * is of a class of its own, code that names a class above that means other objects, unless it
   * knows of that class too; and code that waits for what it releases means its own.
   */
  private boolean mayMean(
      String owner, AccessPath path, ClassReleases type, MethodReleases method) {
    if (!types.contains(owner)) {
      return false;
    }
    Class<?> host = loadedClass.apply(type.name());
    if (host == null) {
      return true;
    } else if (path != null && path.parameter() == AccessPath.STATIC) {
      Object known = new Body(host, "", "()V", new Object[0]).resolve(path, Position.ABSENT);
      return known == null || known == object;
    }
    Class<?> own = object.getClass();
    return own.getClassLoader() == null
        || !awaits(method, own, path) && (owner.equals(own.getName()) || mentions.mayBeIn(host));
  }

  /** True if a method waits for what it has from there, as far as that is known. */
  private static boolean awaits(MethodReleases method, Class<?> type, AccessPath path) {
    return path != null
        && method.calls().stream()
            .filter(call -> call.owner().equals(type.getName()) && call.name().equals(AWAIT))
            .anyMatch(call -> path.equals(call.receiver()));
  }
}
