package io.standstill.junit;

import java.util.List;

/**
 * For a run whose agent cannot be asked. It is red already, since no test passes then; but a test
 * that hangs would keep it from ending.
 */
final class LastResort {
  private static final long STILL_MILLIS = 60_000;
  private static final long POLL_MILLIS = 500;

  private final Scopes scopes;
  private final Ending ending;
  private final long stillMillis;

  LastResort(Scopes scopes, Ending ending) {
    this(scopes, ending, STILL_MILLIS);
  }

  /**
   * The same, more or less patient.
   *
   * @param stillMillis how long all that runs must have stood still
   */
  LastResort(Scopes scopes, Ending ending, long stillMillis) {
    this.scopes = scopes;
    this.ending = ending;
    this.stillMillis = stillMillis;
  }

  /** Ends the JVM once nothing moves any more. */
  void await(AgentMissingError why) {
    List<Scope> open;
    do {
      OwnThread.rest(POLL_MILLIS);
      Thread.interrupted(); // An application may interrupt all threads that it finds.
      open = scopes.innermost();
      open.forEach(Scope::look);
    } while (open.isEmpty() || open.stream().anyMatch(scope -> !scope.standsStill(stillMillis)));
    ending.end("standstill: nothing moves, and " + why.getMessage());
  }
}
