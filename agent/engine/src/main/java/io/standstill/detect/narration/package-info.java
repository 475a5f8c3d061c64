/**
 * Puts situations into words: who waits for whom, the locks, pools and loans that this is about,
 * and what to do. Depends on {@code waits} and what is below it, and decides nothing.
 */
package io.standstill.detect.narration;
