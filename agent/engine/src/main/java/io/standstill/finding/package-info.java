/**
 * The vocabulary that detectors and outputs share: what was found, about which threads, and how
 * sure it is. Immutable values without behaviour.
 */
package io.standstill.finding;
