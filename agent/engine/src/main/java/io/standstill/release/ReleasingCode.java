package io.standstill.release;

import io.standstill.jvm.Captured;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the code of objects may release something, whatever it is: by itself, or by what it
 * refers to. Told from the notes of weaving and from constant pools, so it errs to saying yes.
 */
final class ReleasingCode {
  /** The constant pools of more classes are not read; then any code may. */
  private static final int MOST_CLASSES = 3_000;

  private final Release.Kind kind;
  private final Map<Class<?>, Boolean> known = new IdentityHashMap<>();

  ReleasingCode(Release.Kind kind) {
    this.kind = kind;
  }

  /** True if a method of the object, or one that it calls, may release something of this kind. */
  boolean isIn(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray() || type.getClassLoader() == null) {
      return false;
    }
    return Captured.isLambda(type) ? isBehind(type) : isIn(type);
  }

  /** The code of a lambda is in another class. */
  private boolean isBehind(Class<?> lambda) {
    ConstantPools.Member target = Lambdas.target(lambda);
    Class<?> host = target == null ? null : ConstantPools.referred(lambda, target.owner());
    return isIn(lambda) || host != null && host.getClassLoader() != null && isIn(host);
  }

  private boolean isIn(Class<?> type) {
    Boolean answer = known.get(type);
    if (answer == null) {
      answer = known.size() >= MOST_CLASSES || releases(type.getName()) || refersToAny(type);
      known.put(type, answer);
    }
    return answer;
  }

  private boolean refersToAny(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    if (parent != null && parent.getClassLoader() != null && isIn(parent)) {
      return true;
    }
    for (ConstantPools.Member member : ConstantPools.members(type)) {
      if (!member.isField() && releases(member.owner())) {
        return true;
      }
    }
    return false;
  }

  private boolean releases(String className) {
    List<ClassReleases> noted = ReleaseSites.named(className);
    return noted.stream()
        .flatMap(type -> type.methods().values().stream())
        .flatMap(method -> method.releases().stream())
        .anyMatch(release -> release.kind() == kind);
  }
}
