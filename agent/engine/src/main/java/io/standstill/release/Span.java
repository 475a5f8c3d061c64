package io.standstill.release;

/**
 * Where an instruction stands in its method, and the lines of the widest loop around it.
 *
 * @param line its line, or 0 if the class file does not tell
 * @param loopStart first line of the loop, or 0 if there is none
 * @param loopEnd last line of the loop, or 0 if there is none
 * @param always whether the method cannot end without it, but by an exception
 */
public record Span(int line, int loopStart, int loopEnd, boolean always) {

  /** True if the instruction is run once per call of its method, or not at all. */
  public boolean isOnce() {
    return loopEnd == 0;
  }

  /** True if a thread that is at some line of the method has yet to run the instruction. */
  public boolean isAhead(int at) {
    return line > at;
  }

  /**
   * True if a thread that is at some line of the method may still run the instruction; of the very
   * line where it is, nobody knows how much is done.
   */
  public boolean mayComeAfter(int at) {
    return at <= 0 || line == 0 || line >= at || loopStart <= at && at <= loopEnd;
  }
}
