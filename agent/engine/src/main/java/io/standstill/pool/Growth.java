package io.standstill.pool;

/** Whether a pool whose workers are all busy can start one more. */
public enum Growth {
  /** Never: it is at its limit, or its queue takes all that comes. */
  NONE,
  /** Only if someone submits more tasks. */
  BY_SUBMISSION,
  /**
   * Whoever comes may work its queue off, for all we know: it has no threads of its own, or others
   * have taken from it before.
   */
  BY_ANYONE,
  /** It may well do so: all that waits in its queue counts as about to be run. */
  ANY_TIME
}
