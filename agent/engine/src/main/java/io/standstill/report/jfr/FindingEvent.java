package io.standstill.report.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * What Flight Recorder is told: one wait of one thread for one owner. Field names, labels and units
 * are a contract with whoever reads recordings; what is not known is null, or {@link #UNKNOWN}.
 *
 * <p>It is registered by hand, so that its static initialiser never waits for a lock of Flight
 * Recorder's.
 */
@Name("io.standstill.Finding")
@Label("Finding")
@Category("Standstill")
@Description("A thread that cannot go on, and one that it waits for")
@Period("beginChunk")
@Registered(false)
@StackTrace(false)
final class FindingEvent extends Event {
  /**
   * A time that is not known. What Flight Recorder itself means by that, the smallest number, shows
   * in Mission Control as minus 292 million years.
   */
  static final long UNKNOWN = 0;

  @Label("Finding Id")
  @Description("Short name of the situation, the same in all of its events")
  String findingId;

  @Label("State")
  @Description("found, lasts (when a recording or a part of it begins), or ended")
  String state;

  @Label("Kind")
  String kind;

  @Label("Certainty")
  @Description("certain, likely or possible")
  String certainty;

  @Label("Summary")
  String summary;

  @Label("Waiting Thread")
  Thread waiter;

  @Label("Owner Thread")
  @Description("Who would have to let go; empty if that thread has ended")
  Thread owner;

  @Label("Lock Type")
  @Description("monitor, lock, read-lock, thread, future and so on")
  String lockType;

  @Label("Lock Class")
  String lockClass;

  @Label("Lock Name")
  @Description("The field or variable that the lock came from")
  String lockName;

  @Label("Lock Identity")
  @Description("Identity hash code of the lock, in hexadecimal")
  String lockIdentity;

  @Label("Wait Site")
  @Description("Where the waiting thread wants the lock")
  String waitSite;

  @Label("Hold Site")
  @Description("Where the owner has taken it")
  String holdSite;

  @Label("Waited")
  @Description("0 if not known")
  @Timespan(Timespan.MILLISECONDS)
  long waited = UNKNOWN;

  @Label("Held")
  @Description("0 if not known")
  @Timespan(Timespan.MILLISECONDS)
  long held = UNKNOWN;

  @Label("Lasted")
  @Description("How long the situation was there, if it has ended; else 0")
  @Timespan(Timespan.MILLISECONDS)
  long lasted = UNKNOWN;
}
