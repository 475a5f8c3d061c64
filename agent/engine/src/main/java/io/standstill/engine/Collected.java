package io.standstill.engine;

import io.standstill.recorder.Journals;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Lets the journals move to new arrays after each garbage collection. */
final class Collected {
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private long collections;

  /** To be called often; does next to nothing unless there was a collection. */
  void tick() {
    long now = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      now += collector.getCollectionCount();
    }
    if (now != collections) {
      collections = now;
      Journals.renew();
    }
  }
}
