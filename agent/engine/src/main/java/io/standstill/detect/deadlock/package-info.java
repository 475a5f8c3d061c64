/**
 * Finds what stands still for ever. A look goes from cheap to dear: {@link
 * io.standstill.detect.deadlock.Suspects} reads thread states and journals, and whoever has not
 * moved between two such glances is a suspect; the graph is read from these; and {@link
 * io.standstill.detect.deadlock.DeadlockDetector} looks again before it says anything.
 *
 * <p>Depends on {@code narration} and what is below it, and on no other detector.
 */
package io.standstill.detect.deadlock;
