/**
 * Looks at threads, asks the JVM about the suspects, and turns what stands still into findings.
 *
 * <p>A look goes from cheap to dear. {@link io.standstill.detect.Suspects} reads thread states and
 * journals; whoever has not moved between two such glances is a suspect. {@link
 * io.standstill.detect.Analysis} asks the JVM what each suspect waits for, follows the owners, and
 * reduces the wait-for graph. {@link io.standstill.detect.DeadlockDetector} looks again before it
 * says anything.
 *
 * <p>Nothing here takes a lock that the application can hold, calls a method that the application
 * can override, or keeps a thread, lock or class alive between looks.
 */
package io.standstill.detect;
