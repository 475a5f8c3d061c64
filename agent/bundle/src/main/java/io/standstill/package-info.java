/**
 * The launcher: what the JVM calls, and the class loader that hides everything else. These are the
 * only classes of the agent that an application can see.
 */
package io.standstill;
