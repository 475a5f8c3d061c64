package io.standstill.options;

/**
 * One option as the user set it, not yet understood.
 *
 * @param value the text given
 * @param source where it was given, to be shown behind an error such as {@code (environment
 *     variable STANDSTILL_LOG)}; empty for the agent argument itself
 */
record Setting(String value, String source) {}
