package io.standstill.release;

/**
 * What a task or a thread would let go on.
 *
 * @param kind what it would do
 * @param object to what, or null if that is not known
 * @param prospect how sure it is that this is yet to come
 * @param once whether it is done once, not in a loop
 * @param place the code that does it, as a stack trace element reads
 */
public record Released(
    Release.Kind kind, Object object, Prospect prospect, boolean once, String place) {

  /** Whether it is yet to come, as far as code can tell: no exception, no other branch. */
  public boolean sure() {
    return prospect != Prospect.MAYBE;
  }

  /** Whether it comes once for sure, unless an exception does before. */
  public boolean isPromised() {
    return prospect == Prospect.PROMISED && once && object != null;
  }
}
