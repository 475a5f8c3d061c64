package io.standstill.release;

import java.util.Set;

/**
 * What the methods of pools that lend objects are called: data sources, and whatever has them as
 * Commons Pool has.
 */
public final class Lending {
  /** The method of data sources. */
  public static final String CONNECT = "getConnection";

  private static final Set<String> BORROWS = Set.of(CONNECT, "borrowObject");
  private static final Set<String> RETURNS = Set.of("returnObject", "invalidateObject");

  private Lending() {}

  /** The names of the methods by which an object is borrowed. */
  public static Set<String> borrows() {
    return BORROWS;
  }

  /** The names of the methods of a pool by which an object is given back. */
  public static Set<String> returns() {
    return RETURNS;
  }
}
