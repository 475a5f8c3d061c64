package io.standstill.options;

/**
 * How a JVM that is being attached to answers the command line: by <em>agent properties</em>, which
 * the attach mechanism itself carries. No port, no file.
 */
public final class AttachChannel {
  /** Property: how it went. One of the other constants' values. */
  public static final String STATUS = "io.standstill.status";

  /** Property: one line for the user. */
  public static final String MESSAGE = "io.standstill.message";

  /** Property: when watching began, as {@link java.time.Instant} writes it. */
  public static final String SINCE = "io.standstill.since";

  /** Status: this JVM is being watched. */
  public static final String WATCHING = "watching";

  /** Status: the options were wrong, or it is watched already; nothing was changed. */
  public static final String REFUSED = "refused";

  /** Status: watching could not begin. */
  public static final String FAILED = "failed";

  private AttachChannel() {}
}
