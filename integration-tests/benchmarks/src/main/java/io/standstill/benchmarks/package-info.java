/**
 * What the agent costs. Everything is measured in rounds of three runs, in changing order: agent
 * off, agent on, and agent off again. The third tells how much two equal runs differ.
 */
package io.standstill.benchmarks;
