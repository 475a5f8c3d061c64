package io.standstill.order;

import java.util.List;

/**
 * A thread took a lock while it held others, or had to take it again at the end of a wait.
 *
 * @param number the time, counted in observations
 * @param threadId id of the thread
 * @param threadName its name
 * @param virtual whether it is a virtual thread
 * @param began when its task or the thread itself began, in the same time; -1 if unknown
 * @param step how many steps were in its log of forks and joins
 * @param whole whether it is sure that this is all that it held
 * @param held what it held, oldest first, each lock once
 * @param taken what it took
 * @param again true if it gave the lock up to wait for a signal
 * @param chain the hash by which the recorder knows the sites
 * @param stand where it stood
 */
record Acquisition(
    int number,
    long threadId,
    String threadName,
    boolean virtual,
    int began,
    int step,
    boolean whole,
    List<Hold> held,
    Hold taken,
    boolean again,
    int chain,
    Stand stand) {}
