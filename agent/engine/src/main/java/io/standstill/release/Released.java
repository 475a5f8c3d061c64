package io.standstill.release;

/**
 * What a task or a thread would let go on.
 *
 * @param kind what it would do
 * @param object to what, or null if that is not known
 * @param sure whether it is yet to come, as far as code can tell: no exception, no other branch
 * @param once whether it is done once, not in a loop
 * @param place the code that does it, as a stack trace element reads
 */
public record Released(
    Release.Kind kind, Object object, boolean sure, boolean once, String place) {}
