/**
 * Finds waits that nobody seems able to end: for a latch, a future, a permit, a signal, whose
 * givers are gone as far as history and code tell. Asks who would end a wait while it is young, and
 * what has become of these when it is old. Depends on {@code narration} and what is below it, and
 * on no other detector.
 */
package io.standstill.detect.stall;
