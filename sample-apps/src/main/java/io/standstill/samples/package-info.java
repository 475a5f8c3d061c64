/**
 * Small programs that come to a standstill, each for a reason of its own. Started with {@code
 * --clean} they do the same work the right way, and finish.
 */
package io.standstill.samples;
