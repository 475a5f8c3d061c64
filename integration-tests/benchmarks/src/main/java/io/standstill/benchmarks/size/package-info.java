/** How much longer woven classes are. */
package io.standstill.benchmarks.size;
