package io.standstill.junit;

import java.util.List;

/**
 * One thread of a finding.
 *
 * @param id thread id
 * @param name thread name
 * @param waitedMillis how long it has waited, in milliseconds, or null if that is not known
 * @param stack its stack, innermost frame first
 */
public record StuckThread(long id, String name, Long waitedMillis, List<StackTraceElement> stack) {}
