package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashedSetTest {
  /** All of one hash code, so that they hang in one chain, and then in one tree. */
  private record Same(int number) {
    @Override
    public int hashCode() {
      return 7;
    }
  }

  @Test
  void readsAllElements() {
    Set<Object> set = new HashSet<>();
    assertEquals(0, HashedSet.elements(set).size());
    for (int i = 0; i < 500; i++) {
      set.add(i);
    }
    assertEquals(set, new HashSet<>(HashedSet.elements(set)));
  }

  @Test
  void readsChainsAndTrees() {
    for (int size : new int[] {1, 3, 100}) {
      Set<Object> set = new HashSet<>();
      for (int i = 0; i < size; i++) {
        set.add(new Same(i));
      }
      assertEquals(size, HashedSet.elements(set).size());
      assertEquals(set, new HashSet<>(HashedSet.elements(set)));
    }
  }
}
