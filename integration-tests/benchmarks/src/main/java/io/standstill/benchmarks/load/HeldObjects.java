package io.standstill.benchmarks.load;

import java.util.Random;

/**
 * What a server holds for long and replaces bit by bit, as caches and sessions: old objects that
 * refer to young ones. With next to none of these the G1 of JDK 25 does not begin to refine its
 * remembered sets, and then the first who has a few, an agent say, pays for all of it.
 */
final class HeldObjects {
  private static final int MANY = 1 << 20;
  private static final int SOME = 10_000;
  private static final int BYTES = 64;

  private final byte[][] held = new byte[MANY][];

  /** Replaces some of them; gets a number that decides which. */
  void renewSome(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < SOME; i++) {
      held[random.nextInt(MANY)] = new byte[BYTES];
    }
  }
}
