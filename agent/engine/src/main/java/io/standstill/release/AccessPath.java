package io.standstill.release;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a method has an object from: one of its parameters or a static field, and instance fields
 * from there on.
 *
 * @param parameter index of the parameter, {@code this} being the first of an instance method; or
 *     {@link #STATIC}, and then the first field is static
 * @param fields the fields to follow
 */
public record AccessPath(int parameter, List<FieldName> fields) {
  /** No parameter, but a static field. */
  public static final int STATIC = -1;

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
    return new AccessPath(index, List.of());
  }

  /** A static field. */
  public static AccessPath ofStatic(FieldName field) {
    return new AccessPath(STATIC, List.of(field));
  }

  /** A field of the object at the end of this path. */
  public AccessPath then(FieldName field) {
    List<FieldName> longer = new ArrayList<>(fields);
    longer.add(field);
    return new AccessPath(parameter, List.copyOf(longer));
  }
}
