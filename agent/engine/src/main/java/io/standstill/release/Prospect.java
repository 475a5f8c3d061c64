package io.standstill.release;

/** How sure it is that something is yet to come, from least to most. */
public enum Prospect {
  /** It may come: it is in another branch, or someone else would have to run it. */
  MAYBE,
  /** It lies ahead, as far as code can tell: no exception, no other branch. */
  AHEAD,
  /** It lies ahead on every way on which the code can end but by an exception. */
  PROMISED;

  /** This, unless the condition fails: then it may come at best. */
  Prospect ifAhead(boolean ahead) {
    return ahead ? this : MAYBE;
  }

  /** This, unless the condition fails: then it is not promised. */
  Prospect ifAlways(boolean always) {
    return always || this != PROMISED ? this : AHEAD;
  }
}
