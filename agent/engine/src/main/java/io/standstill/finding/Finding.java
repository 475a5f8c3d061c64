package io.standstill.finding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * One situation that keeps threads from going on. A situation is told once when it is found and, if
 * it ends, once more with {@code resolvedAfterMillis} set and all else unchanged but the time; a
 * wait for a lock that lasts too long is told again, under the same id, each time it has doubled.
 *
 * @param time when this was said
 * @param id short name of the situation, unique in this JVM: {@code D1}, {@code D2}, …
 * @param kind what is claimed
 * @param certainty how sure it is
 * @param summary one sentence: who waits for whom
 * @param threads the threads that make up the situation, in the order in which they wait
 * @param pools the thread pools that play a part
 * @param waitingBehind how many more threads wait, directly or not, for these
 * @param endsInMillis for a cycle with a timed wait: when the first of them gives up, in
 *     milliseconds from {@code time}, or -1 if the time is unknown; null if it can never end
 * @param resolvedAfterMillis how long it lasted, in milliseconds; null while it lasts
 * @param advice one sentence on what to do about this kind
 */
public record Finding(
    Instant time,
    String id,
    Kind kind,
    Certainty certainty,
    String summary,
    List<StuckThread> threads,
    List<PoolUse> pools,
    int waitingBehind,
    Long endsInMillis,
    Long resolvedAfterMillis,
    String advice) {

  /** True if one of these threads makes it up, given by their ids. */
  public boolean isAbout(Collection<Long> ids) {
    return threads.stream().anyMatch(thread -> ids.contains(thread.id()));
  }

  /** The same situation, ended. */
  public Finding resolved(Instant at, long afterMillis) {
    return resolved(at, afterMillis, summary);
  }

  /** The same situation, ended, and in one sentence what it has done. */
  public Finding resolved(Instant at, long afterMillis, String epilogue) {
    return new Finding(
        at,
        id,
        kind,
        certainty,
        epilogue,
        threads,
        pools,
        waitingBehind,
        endsInMillis,
        afterMillis,
        advice);
  }
}
