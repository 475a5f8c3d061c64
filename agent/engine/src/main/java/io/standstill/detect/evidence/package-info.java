/**
 * All that one look knows, gathered as it is asked for: who holds what, who borrowed what, by which
 * route a future gets completed, who could open a gate or give a signal, and what threads that have
 * ended left behind. Depends on {@code probe} alone.
 *
 * <p>Nothing here or in the packages above it takes a lock that the application can hold, calls a
 * method that the application can override, or keeps a thread, lock or class alive between looks.
 */
package io.standstill.detect.evidence;
