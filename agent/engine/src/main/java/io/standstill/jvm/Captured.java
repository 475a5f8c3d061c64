package io.standstill.jvm;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that a lambda has captured. Only of lambdas: to list the fields of other classes may
 * load the types of these fields, which is for the application's class loaders to do.
 */
public final class Captured {
  private Captured() {}

  /** The objects among them, in order; empty if this is no lambda or its module is closed. */
  public static List<Object> by(Object lambda) {
    List<Object> values = new ArrayList<>();
    if (lambda != null && isLambda(lambda.getClass())) {
      for (Field field : lambda.getClass().getDeclaredFields()) {
        if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
          add(field, lambda, values);
        }
      }
    }
    return values;
  }

  /** True for a class that the JVM made for a lambda or a method reference. */
  public static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.getName().contains("$$Lambda");
  }

  private static void add(Field field, Object lambda, List<Object> values) {
    try {
      field.setAccessible(true);
      Object value = field.get(lambda);
      if (value != null) {
        values.add(value);
      }
    } catch (IllegalAccessException | RuntimeException closed) {
      // One value less to follow.
    }
  }
}
