package io.standstill.release;

import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * How many objects a pool of objects has at most, read from the field in which it keeps that, or in
 * which its settings do.
 */
public final class PoolSize {
  /** It cannot be told. */
  public static final int UNKNOWN = -1;

  /** What authors of pools call it. */
  private static final List<String> FIELDS =
      List.of(
          "maxPoolSize",
          "maximumPoolSize",
          "poolMaxSize",
          "maxTotal",
          "maxActive",
          "maxConnections");

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private PoolSize() {}

  /** The number, or {@link #UNKNOWN}; that of a pool without a bound is larger than any. */
  public static int of(Object pool) {
    int own = toldBy(pool);
    return own == UNKNOWN ? toldByParts(pool) : own;
  }

  /** If objects that it refers to say different things, who knows which is right. */
  private static int toldByParts(Object pool) {
    int size = UNKNOWN;
    for (ReferenceFields.Field field : ReferenceFields.of(pool.getClass())) {
      Object part = field.of(pool);
      int told = part == null ? UNKNOWN : toldBy(part);
      if (told != UNKNOWN && size != UNKNOWN && told != size) {
        return UNKNOWN;
      }
      size = told == UNKNOWN ? size : told;
    }
    return size;
  }

  private static int toldBy(Object object) {
    for (Class<?> type = object.getClass();
        type != null && type.getClassLoader() != null;
        type = type.getSuperclass()) {
      for (String field : FIELDS) {
        long offset = FieldOffsets.of(type, field, "I");
        if (offset != FieldOffsets.NONE) {
          int size = UNSAFE.getInt(object, offset);
          return size > 0 ? size : Integer.MAX_VALUE;
        }
      }
    }
    return UNKNOWN;
  }
}
