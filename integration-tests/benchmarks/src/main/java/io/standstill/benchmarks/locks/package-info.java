/**
 * JMH benchmarks of code as an application writes it, to be woven by the agent or not. Every lock
 * lives in a field, so that no compiler may prove it private and leave it out.
 */
package io.standstill.benchmarks.locks;
