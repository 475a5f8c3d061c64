package io.standstill.release;

import java.util.List;

/**
 * A call by which a method may reach a release.
 *
 * @param kind how the callee is found
 * @param owner binary name of the class that is called
 * @param name name of the method
 * @param descriptor its descriptor
 * @param arguments where the arguments come from, the receiver first if there is one; null for
 *     those that do not come from a simple place
 * @param span where it stands
 */
public record Call(
    Kind kind,
    String owner,
    String name,
    String descriptor,
    List<AccessPath> arguments,
    Span span) {

  /** How the callee is found. */
  public enum Kind {
    /** A static or special call: it is the one that is named. */
    DIRECT,
    /** The receiver's class decides. */
    DISPATCHED,
    /** A lambda or an object is made that may do it later, on any thread. */
    DEFERRED
  }

  /** Where the object comes from on which the method is called, or null. */
  AccessPath receiver() {
    return arguments.isEmpty() ? null : arguments.get(0);
  }

  /** What the call itself releases if a method of this class makes it, or null. */
  Release.Kind releases(ClassReleases caller) {
    return Release.kindOf(internal(caller.name()), internal(owner), name, descriptor);
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }
}
