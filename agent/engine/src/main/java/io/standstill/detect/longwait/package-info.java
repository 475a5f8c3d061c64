/**
 * Finds who waits too long for a lock, because it stays in one hand or goes from hand to hand past
 * others, and adds up how much threads wait for which locks. Follows waits from look to look.
 * Depends on {@code narration} and what is below it, and on no other detector.
 */
package io.standstill.detect.longwait;
