package io.standstill.release;

import java.util.List;

/** How many objects a pool of objects has at most, read from the field in which it keeps that. */
public final class PoolSize {
  /** It cannot be told. */
  public static final int UNKNOWN = -1;

  /** What authors of pools call it. */
  private static final List<String> FIELDS =
      List.of("maxPoolSize", "maximumPoolSize", "maxTotal", "maxActive", "maxConnections");

  private PoolSize() {}

  /** The number, or {@link #UNKNOWN}; that of a pool without a bound is larger than any. */
  public static int of(Object pool) {
    for (Class<?> type = pool.getClass(); type != null; type = type.getSuperclass()) {
      for (String field : FIELDS) {
        if (type.getClassLoader() != null
            && Fields.liesBeforeStatics(type, field)
            && ConstantPools.uses(type, field, "I")) {
          int size = Fields.getInt(type, field, pool);
          return size > 0 ? size : Integer.MAX_VALUE;
        }
      }
    }
    return UNKNOWN;
  }
}
