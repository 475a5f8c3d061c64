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
 * @param shown for an object that the method makes itself, the line where it first gives it to
 *     others than one lambda; or {@link #NEVER}, or 0 if that is not known
 */
public record AccessPath(int parameter, List<FieldName> fields, int line, int shown) {
  /** No parameter, but a static field. */
  public static final int STATIC = -1;

  /** No parameter, but an object that the method makes. */
  public static final int MADE = -2;

  /** On no line: the method keeps to itself and to one lambda what it makes. */
  public static final int NEVER = Integer.MAX_VALUE;

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
    return new AccessPath(index, List.of(), 0, 0);
  }

  /** A static field. */
  public static AccessPath ofStatic(FieldName field) {
    return new AccessPath(STATIC, List.of(field), 0, 0);
  }

  /** An object that the method makes. */
  public static AccessPath ofMade(int line, int shown) {
    return new AccessPath(MADE, List.of(), line, shown);
  }

  /** A field of the object at the end of this path. */
  public AccessPath then(FieldName field) {
    List<FieldName> longer = new ArrayList<>(fields);
    longer.add(field);
    return new AccessPath(parameter, List.copyOf(longer), line, shown);
  }

  /** True for an object that the method makes itself. */
  boolean isMade() {
    return parameter == MADE && fields.isEmpty();
  }

  /** True for one that the method makes itself, and gives to nobody but to one lambda. */
  boolean isKept() {
    return isMade() && shown == NEVER;
  }

  /**
   * True for one that the method makes itself, and may have given to somebody: in an earlier line
   * or in this one.
   *
   * @param at the line where a thread is in the method, 0 if it is unknown
   */
  boolean mayBeShown(int at) {
    return isMade() && shown > 0 && shown != NEVER && (at == 0 || shown <= at);
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
