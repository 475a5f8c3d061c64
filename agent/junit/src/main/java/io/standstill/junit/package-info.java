/**
 * Makes a test fail that would hang. It talks to the agent in the same JVM through JMX alone, and
 * sees none of the agent's classes.
 */
package io.standstill.junit;
