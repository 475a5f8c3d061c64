/**
 * Tells people and programs of findings: as text in a log and as JSON lines; what is below this
 * package, over JMX and to Flight Recorder. Nothing here takes a lock that the application can
 * hold, and nothing here blocks the detector.
 */
package io.standstill.report;
