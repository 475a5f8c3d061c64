/**
 * The wait-for graph and what follows from it. Knows nothing of threads, locks or the JVM: nodes
 * are any values with equality.
 */
package io.standstill.graph;
