package io.standstill.report.jfr;

import io.standstill.finding.Finding;
import io.standstill.jvm.Threads;
import io.standstill.report.MadeUp;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;

/**
 * Turns findings into events of Flight Recorder: one per wait when a situation is found, the same
 * again for those that last when a part of a recording begins, and one when it has ended. Any dump
 * of a JVM that stands still so has the reason in it, however old that is.
 */
final class FindingEvents {
  private static final String FOUND = "found";
  private static final String LASTS = "lasts";
  private static final String ENDED = "ended";

  private final Set<String> told = new HashSet<>();

  private FindingEvents() {}

  /** True once somebody has begun to record. Loads no more of Flight Recorder than one class. */
  static boolean areWanted() {
    return FlightRecorder.isInitialized();
  }

  /**
   * Makes the event known to Flight Recorder, and tells it of what lasts.
   *
   * <p>Flight Recorder registers events under locks of its own, which a thread of the application
   * may want while it initialises a class. So all that could be loaded, initialised or thrown on
   * the way is, before.
   *
   * @param active the situations that last at the time when it is asked
   */
  static FindingEvents register(Supplier<List<Finding>> active) {
    FindingEvents events = new FindingEvents();
    FindingEvent.class.getAnnotations();
    for (Field field : FindingEvent.class.getDeclaredFields()) {
      field.getAnnotations();
    }
    waits(MadeUp.finding(), LASTS);
    FlightRecorder.register(FindingEvent.class);
    FlightRecorder.addPeriodicEvent(FindingEvent.class, () -> tellLasting(active.get()));
    events.told.addAll(active.get().stream().map(Finding::id).toList());
    tellLasting(active.get());
    return events;
  }

  /** Called by the thread that begins a part of a recording, too. */
  private static void tellLasting(List<Finding> active) {
    if (areRecorded()) {
      for (Finding finding : active) {
        waits(finding, LASTS).forEach(FindingEvent::commit);
      }
    }
  }

  /** Tells of a situation that was found, goes on, or has ended. For one thread only. */
  void tell(Finding finding) {
    boolean ended = finding.resolvedAfterMillis() != null;
    boolean known = ended ? told.remove(finding.id()) : !told.add(finding.id());
    if (!areRecorded()) {
      return;
    }
    if (ended) {
      FindingEvent event = event(finding, ENDED);
      event.lasted = finding.resolvedAfterMillis();
      event.commit();
    } else {
      waits(finding, known ? LASTS : FOUND).forEach(FindingEvent::commit);
    }
  }

  /** False if nobody records, or if the event is turned off. */
  private static boolean areRecorded() {
    return new FindingEvent().isEnabled();
  }

  private static FindingEvent event(Finding finding, String state) {
    FindingEvent event = new FindingEvent();
    event.findingId = finding.id();
    event.state = state;
    event.kind = finding.kind().toString();
    event.certainty = finding.certainty().toString();
    event.summary = finding.summary();
    return event;
  }

  /** An event for each wait, or a single one for a finding in which nobody waits. */
  private static List<FindingEvent> waits(Finding finding, String state) {
    long since = Math.max(0, Instant.now().toEpochMilli() - finding.time().toEpochMilli());
    Map<Long, Thread> alive = new HashMap<>();
    for (Thread thread : Threads.all()) {
      alive.put(Threads.id(thread), thread);
    }
    List<FindingEvent> events = new ArrayList<>();
    for (WaitEdge edge : WaitEdge.of(finding)) {
      FindingEvent event = event(finding, state);
      event.waiter = alive.get(edge.waiter().id());
      event.owner = edge.owner() == null ? null : alive.get(edge.owner());
      if (edge.awaited() != null) {
        event.lockType = edge.awaited().type().toString();
        event.lockClass = edge.awaited().className();
        event.lockName = edge.awaited().name();
        event.lockIdentity = edge.awaited().identity();
        event.waitSite = edge.awaited().site();
        event.waited = later(edge.awaited().millis(), since);
      }
      if (edge.held() != null) {
        event.holdSite = edge.held().site();
        event.held = later(edge.held().millis(), since);
      }
      events.add(event);
    }
    return events.isEmpty() ? List.of(event(finding, state)) : events;
  }

  private static long later(Long millis, long since) {
    return millis == null ? FindingEvent.UNKNOWN : millis + since;
  }
}
