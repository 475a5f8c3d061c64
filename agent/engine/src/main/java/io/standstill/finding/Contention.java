package io.standstill.finding;

import io.standstill.recorder.Clock;
import java.time.Instant;
import java.util.List;

/** Who has waited for which lock since counting began. Thread-safe, and waits for nobody long. */
public interface Contention {
  /** How exact the longest wait and the longest hold are at best, in milliseconds. */
  int RESOLUTION_MILLIS = Clock.TICK_MILLIS;

  /** The locks that were waited for longest in all, at most so many. */
  List<LockContention> top(int most);

  /** When counting began. */
  Instant since();

  /** Forgets all, and begins again. */
  void reset();
}
