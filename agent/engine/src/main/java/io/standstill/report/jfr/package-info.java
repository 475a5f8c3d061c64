/** Tells Flight Recorder of findings, one event each, while somebody records. */
package io.standstill.report.jfr;
