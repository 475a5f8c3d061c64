/** Applications that are run as processes of their own, with and without the agent. */
package io.standstill.benchmarks.load;
