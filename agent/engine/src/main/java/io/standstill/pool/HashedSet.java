package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** The elements of a {@code HashSet} that others may be changing: a torn reading misses some. */
final class HashedSet {
  private static final PrivateField MAP = PrivateField.of(HashSet.class, "map");
  private static final PrivateField TABLE = PrivateField.of(HashMap.class, "table");
  private static final PrivateField KEY = PrivateField.of("java.util.HashMap$Node", "key");
  private static final PrivateField NEXT = PrivateField.of("java.util.HashMap$Node", "next");

  /** A chain that others change may seem endless. */
  private static final int LONGEST_CHAIN = 1_000;

  private HashedSet() {}

  static List<Object> elements(Object set) {
    List<Object> elements = new ArrayList<>();
    Object[] table = (Object[]) TABLE.get(MAP.get(set));
    for (Object first : table == null ? new Object[0] : table) {
      Object node = first;
      for (int i = 0; node != null && i < LONGEST_CHAIN; i++) {
        elements.add(KEY.get(node));
        node = NEXT.get(node);
      }
    }
    return elements;
  }
}
