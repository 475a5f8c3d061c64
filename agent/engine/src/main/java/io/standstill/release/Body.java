package io.standstill.release;

/**
 * A method together with what it is called with.
 *
 * @param host the class that has the method
 * @param name name of the method
 * @param descriptor its descriptor
 * @param arguments the receiver, if there is one, and the arguments; null for those not known
 */
record Body(Class<?> host, String name, String descriptor, Object[] arguments) {

  /** Stands for an object that does not exist yet: it is none that anyone waits for. */
  static final Object UNMADE = new Object();

  /** True if no argument is the receiver. */
  boolean isStatic() {
    return arguments.length == Lambdas.references(descriptor).size();
  }

  /** True if that is the same method, called with the very same objects. */
  boolean isSameAs(Body other) {
    boolean same =
        host == other.host
            && name.equals(other.name)
            && descriptor.equals(other.descriptor)
            && arguments.length == other.arguments.length;
    for (int i = 0; same && i < arguments.length; i++) {
      same = arguments[i] == other.arguments[i];
    }
    return same;
  }

  /**
   * The object that a path leads to when the method is called; null if it is not known.
   *
   * @param at the line where a thread is in the method, or {@link Position#ABSENT}
   */
  Object resolve(AccessPath path, int at) {
    if (path == null || path.parameter() == AccessPath.MADE) {
      return path != null && path.isYetToBeMade(at) ? UNMADE : null;
    }
    Object value;
    int next = 0;
    if (path.parameter() == AccessPath.STATIC) {
      value = resolveStatic(path.fields().get(next++));
    } else {
      value = path.parameter() < arguments.length ? arguments[path.parameter()] : null;
    }
    while (value != null && next < path.fields().size()) {
      if (value == UNMADE) {
        return null;
      }
      value = Fields.follow(path.fields().get(next++), value);
    }
    return value;
  }

  private Object resolveStatic(AccessPath.FieldName field) {
    Class<?> owner =
        field.owner().equals(host.getName()) ? host : ConstantPools.referred(host, field.owner());
    return owner == null ? null : Fields.getStatic(owner, field);
  }
}
