package io.standstill.jvm;

/** Names of classes and their members as people write them. */
public final class ClassNames {
  private ClassNames() {}

  /**
   * The last part of a name, as it stands in the source: {@code Node} for {@code
   * shop.OrderBook$Node}; {@code OrderBook$1} for a class without a name.
   *
   * @param name binary or internal name of a class
   */
  public static String simple(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
    int nested = last.lastIndexOf('$') + 1;
    boolean anonymous = nested == last.length() || Character.isDigit(last.charAt(nested));
    return anonymous ? last : last.substring(nested);
  }

  /** A field with the last part of the name of its class: {@code Node.lock}. */
  public static String ofField(String fullName) {
    int dot = fullName.lastIndexOf('.');
    return simple(fullName.substring(0, dot)) + fullName.substring(dot);
  }
}
