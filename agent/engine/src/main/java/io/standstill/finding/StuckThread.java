package io.standstill.finding;

import java.util.List;

/**
 * One thread of a finding.
 *
 * @param id thread id
 * @param name thread name, as the application gave it
 * @param virtual whether it is a virtual thread
 * @param state name of the {@link Thread.State}; null in a prediction
 * @param waitsFor what it waits for, or would; null if it has ended
 * @param holds what it holds, oldest first
 * @param stack its stack, innermost frame first, as stack trace elements read; empty if it is not
 *     known
 * @param likeStack of a prediction: the stack of an earlier call that took the same locks in the
 *     same places, if its own is not known; else empty
 */
public record StuckThread(
    long id,
    String name,
    boolean virtual,
    String state,
    LockUse waitsFor,
    List<LockUse> holds,
    List<String> stack,
    List<String> likeStack) {

  /** A thread whose own stack tells it all. */
  public StuckThread(
      long id,
      String name,
      boolean virtual,
      String state,
      LockUse waitsFor,
      List<LockUse> holds,
      List<String> stack) {
    this(id, name, virtual, state, waitsFor, holds, stack, List.of());
  }
}
