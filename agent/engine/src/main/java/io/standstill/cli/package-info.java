/**
 * The command line: {@code java -jar standstill.jar}. Every error of a user is one line that names
 * the nearest right thing; no stack trace is ever shown for one.
 */
package io.standstill.cli;
