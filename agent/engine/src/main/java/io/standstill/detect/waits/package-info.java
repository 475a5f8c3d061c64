/**
 * Explains from the evidence what each thread waits for, one rule per primitive, and reads the
 * wait-for graph that this makes: which threads can never go on, and which of them because of each
 * other. One look, no memory of the one before. Depends on {@code probe} and {@code evidence}.
 */
package io.standstill.detect.waits;
