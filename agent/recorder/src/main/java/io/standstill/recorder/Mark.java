package io.standstill.recorder;

import jdk.internal.vm.annotation.ForceInline;

/**
 * A call site and the tick at which something happened there, in one {@code long}: one store writes
 * both. As cheap as if it were written out wherever it is used.
 */
final class Mark {
  private static final int SITE_SHIFT = 32;
  private static final long SITE_MASK = -1L << SITE_SHIFT;

  private Mark() {}

  @ForceInline
  static long now(int site) {
    return of(site, Clock.tick);
  }

  /**
   * @param tick of {@link Clock}, not negative
   */
  @ForceInline
  static long of(int site, int tick) {
    return (long) site << SITE_SHIFT | tick;
  }

  /** The same site at another tick. */
  @ForceInline
  static long moved(long mark, int tick) {
    return mark & SITE_MASK | tick;
  }

  @ForceInline
  static int site(long mark) {
    return (int) (mark >>> SITE_SHIFT);
  }

  @ForceInline
  static int tick(long mark) {
    return (int) mark;
  }
}
