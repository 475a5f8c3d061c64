package io.standstill.jvm;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a lambda has captured. Only of lambdas: to list the fields of other classes may
 * load the types of these fields, which is for the application's class loaders to do.
 */
public final class Captured {
  /** Of the classes met so far, of which there are few for many lambdas. */
  private final Map<Class<?>, List<Field>> fields = new IdentityHashMap<>();

  /** The objects among them, in order; empty if this is no lambda or its module is closed. */
  public static List<Object> by(Object lambda) {
    return new Captured().of(lambda);
  }

  /** The same, of many lambdas. */
  public List<Object> of(Object lambda) {
    if (lambda == null || !isLambda(lambda.getClass())) {
      return List.of();
    }
    List<Field> known = fields.computeIfAbsent(lambda.getClass(), Captured::fieldsOf);
    if (known.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    for (Field field : known) {
      add(field, lambda, values);
    }
    return values;
  }

  private static List<Field> fieldsOf(Class<?> lambda) {
    List<Field> found = new ArrayList<>();
    for (Field field : lambda.getDeclaredFields()) {
      if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
        try {
          field.setAccessible(true);
          found.add(field);
        } catch (RuntimeException closed) {
          // One value less to follow.
        }
      }
    }
    return found;
  }

  /** True for a class that the JVM made for a lambda or a method reference. */
  public static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.getName().contains("$$Lambda");
  }

  private static void add(Field field, Object lambda, List<Object> values) {
    try {
      Object value = field.get(lambda);
      if (value != null) {
        values.add(value);
      }
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException("cannot read " + field, closed);
    }
  }
}
