/**
 * Tiny programs and what must be said about each. {@link verdicts.Stage} and its neighbours are
 * what they share; {@link verdicts.Verdict} and {@link verdicts.Clean} declare what is expected.
 *
 * <p>In a hanging program, the lines that end in {@code // holds} and {@code // waits} are the
 * places where the threads of the deadlock took what they hold, and wait for what they lack. A
 * program that has such lines must see exactly these in its finding.
 *
 * <p>A program whose finding is a prediction hangs only in so far as it waits to be told to go on.
 */
package verdicts;
