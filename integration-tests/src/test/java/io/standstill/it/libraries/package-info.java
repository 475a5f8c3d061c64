/**
 * Real libraries under the packaged agent: woven and verified class by class, exercised, side by
 * side with other agents, and caught in deadlocks of their own.
 *
 * <p>The libraries are in {@code target/libraries}, a folder each. The programs that use them are
 * in {@code src/test/libraries}; they are compiled when a test first asks for them, each against
 * its own library alone.
 */
package io.standstill.it.libraries;
