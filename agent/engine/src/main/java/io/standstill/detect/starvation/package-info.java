/**
 * Finds pools that get nothing done, and predicts those that will wait for themselves. Reads what
 * {@code io.standstill.pool} has seen of them from look to look. Depends on {@code narration} for
 * its words, and on no other detector.
 */
package io.standstill.detect.starvation;
