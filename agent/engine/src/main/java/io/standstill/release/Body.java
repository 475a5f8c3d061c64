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

  /** The object or null that a path leads to when the method is called. */
  Object resolve(AccessPath path) {
    if (path == null) {
      return null;
    }
    Object value;
    int next = 0;
    if (path.parameter() == AccessPath.STATIC) {
      value = resolveStatic(path.fields().get(next++));
    } else {
      value = path.parameter() < arguments.length ? arguments[path.parameter()] : null;
    }
    while (value != null && next < path.fields().size()) {
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
