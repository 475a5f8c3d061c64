/**
 * Tells people and programs of findings: as text in a log, as JSON lines, over JMX. Nothing here
 * takes a lock that the application can hold, and nothing here blocks the detector.
 */
package io.standstill.report;
