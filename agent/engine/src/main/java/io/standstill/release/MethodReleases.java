package io.standstill.release;

import java.util.List;

/**
 * What a method releases, by itself and by what it calls.
 *
 * @param firstLine the line where its code begins, or 0 if the class file does not tell
 */
public record MethodReleases(
    String name, String descriptor, int firstLine, List<Release> releases, List<Call> calls) {}
