package io.standstill.benchmarks.locks;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The monitors of 100,000 objects, one after the other or in pairs, in random order. */
@State(Scope.Thread)
public class Cold {
  private static final int OBJECTS = 100_000;

  private int[][] objects;
  private int next;

  /** Makes the objects, and shuffles them always in the same way. */
  @Setup
  public void shuffle() {
    objects = Stream.generate(() -> new int[1]).limit(OBJECTS).toArray(int[][]::new);
    List<int[]> order = Arrays.asList(objects);
    Collections.shuffle(order, new Random(1));
  }

  /** A synchronized block on the next object. */
  @Benchmark
  public int coldMonitor() {
    int[] object = objects[next];
    next = next + 1 == OBJECTS ? 0 : next + 1;
    synchronized (object) {
      return ++object[0];
    }
  }

  /** Two nested synchronized blocks, on the next object and the one that follows it. */
  @Benchmark
  public int coldPair() {
    int[] object = objects[next];
    next = next + 1 == OBJECTS ? 0 : next + 1;
    int[] following = objects[next];
    synchronized (object) {
      synchronized (following) {
        return ++following[0];
      }
    }
  }
}
