package io.standstill.release;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Which classes name a type, or have it in a descriptor. To read all texts of a class is dear, so
 * it is done once for each class and type, and only so often at a time: of the other classes it is
 * not known before they are asked about again.
 */
final class TypeMentions {
  /** By class and by internal name of the type; refers to no class, so that all can be unloaded. */
  private static final Map<Class<?>, Map<String, Mention>> KNOWN = new WeakHashMap<>();

  private final String internalName;
  private int left;

  /**
   * @param poolSize how many entries the constant pool had when it was read
   */
  private record Mention(int poolSize, boolean found) {}

  /**
   * @param type the type
   * @param most how many classes may be read
   */
  TypeMentions(Class<?> type, int most) {
    this.internalName = type.getName().replace('.', '/');
    this.left = most;
  }

  /** False if a class is known not to name the type. */
  boolean mayBeIn(Class<?> host) {
    int poolSize = ConstantPools.size(host);
    Mention known;
    synchronized (KNOWN) {
      known = KNOWN.computeIfAbsent(host, unused -> new HashMap<>()).get(internalName);
    }
    if (known != null && known.poolSize() == poolSize) {
      return known.found();
    } else if (left == 0) {
      return true;
    }
    left--;
    boolean found =
        ConstantPools.texts(host).stream().anyMatch(text -> text.contains(internalName));
    synchronized (KNOWN) {
      KNOWN.get(host).put(internalName, new Mention(poolSize, found));
    }
    return found;
  }
}
