/**
 * Shows findings, figures of pools and contention over JMX, in open types alone. Nothing here takes
 * a lock that the application can hold.
 */
package io.standstill.report.jmx;
