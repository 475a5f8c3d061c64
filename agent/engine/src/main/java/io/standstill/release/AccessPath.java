package io.standstill.release;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a method has an object from: one of its parameters or a static field, and instance fields
 * from there on.
 *
 * @param parameter index of the parameter, {@code this} being the first of an instance method; or
 *     {@link #STATIC}, and then the first field is static; or {@link #MADE}
 * @param fields the fields to follow
 * @param line for an object that the method makes itself, where it does; else 0
 * @param kept for an object that the method makes itself, whether it shows it to nobody but to one
 *     lambda
 */
public record AccessPath(int parameter, List<FieldName> fields, int line, boolean kept) {
  /** No parameter, but a static field. */
  public static final int STATIC = -1;

  /** No parameter, but an object that the method makes. */
  public static final int MADE = -2;

  /**
   * A field.
   *
   * @param owner binary name of the class that the code names; a superclass of it may declare it
   * @param name name of the field
   * @param descriptor its type as class files write it; that of an object
   */
  public record FieldName(String owner, String name, String descriptor) {}

  /** A parameter itself. */
  public static AccessPath ofParameter(int index) {
    return new AccessPath(index, List.of(), 0, false);
  }

  /** A static field. */
  public static AccessPath ofStatic(FieldName field) {
    return new AccessPath(STATIC, List.of(field), 0, false);
  }

  /** An object that the method makes. */
  public static AccessPath ofMade(int line, boolean kept) {
    return new AccessPath(MADE, List.of(), line, kept);
  }

  /** A field of the object at the end of this path. */
  public AccessPath then(FieldName field) {
    List<FieldName> longer = new ArrayList<>(fields);
    longer.add(field);
    return new AccessPath(parameter, List.copyOf(longer), line, kept);
  }

  /** True for an object that the method makes itself. */
  boolean isMade() {
    return parameter == MADE && fields.isEmpty();
  }

  /**
   * True for an object that does not exist yet.
   *
   * @param at the line where a thread is in the method, or {@link Position#ABSENT}
   */
  boolean isYetToBeMade(int at) {
    return isMade() && (at == Position.ABSENT || at > 0 && line > at);
  }
}
