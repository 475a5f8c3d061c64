package io.standstill.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the record of a pool: a hash table of chains, indexed by identity hash code.
 *
 * <p>Invariants, as for {@link Journals}. A record is inserted at the head of a chain, by
 * compare-and-set; only the sweeper removes records, and only those of pools that are gone. Reading
 * takes no lock and writes nothing. Two threads that insert the same pool at once make two records,
 * of which the newer is found.
 */
public final class PoolRecords {
  private static final VarHandle CHAIN = MethodHandles.arrayElementVarHandle(PoolRecord[].class);
  private static final int BUCKETS = 1 << 10;
  private static final PoolRecord[] TABLE = new PoolRecord[BUCKETS];

  /** Pools go unrecorded rather than fill the heap. */
  private static final int MOST = 10_000;

  /** How many records there are, about: racy on purpose. */
  private static int size;

  private PoolRecords() {}

  /** The record of a pool, or null. Calls nothing on the pool. */
  public static PoolRecord find(Object pool) {
    int hash = System.identityHashCode(pool);
    PoolRecord record = head(hash);
    while (record != null && !(record.hash == hash && record.refersTo(pool))) {
      record = record.next;
    }
    return record;
  }

  /**
   * The record of a pool if something is to be decided before a task is handed over, else null.
   * Mostly there is nothing, and then it does not matter whether the record is of the very pool.
   */
  static PoolRecord findWanting(Object pool) {
    int hash = System.identityHashCode(pool);
    PoolRecord record = head(hash);
    if (record != null && record.hash == hash) {
      if (!record.wantsSubmissions()) {
        return null;
      } else if (record.refersTo(pool)) {
        return record;
      }
    }
    record = find(pool);
    return record != null && record.wantsSubmissions() ? record : null;
  }

  private static PoolRecord head(int hash) {
    return (PoolRecord) CHAIN.getAcquire(TABLE, (hash ^ hash >>> 10) & BUCKETS - 1);
  }

  static PoolRecord add(Object pool, StackSnapshot creation) {
    if (size >= MOST) {
      return null;
    }
    int hash = System.identityHashCode(pool);
    PoolRecord record = new PoolRecord(pool, hash, creation);
    do {
      record.next = head(hash);
    } while (!CHAIN.compareAndSet(TABLE, (hash ^ hash >>> 10) & BUCKETS - 1, record.next, record));
    size++;
    return record;
  }

  /**
   * The record of a pool, a new one if need be, which does not know where the pool was made; null
   * if there are too many.
   */
  public static PoolRecord of(Object pool) {
    PoolRecord known = find(pool);
    return known != null ? known : add(pool, null);
  }

  /** The pools that are alive, as far as they are recorded. */
  public static List<Object> pools() {
    List<Object> pools = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      for (PoolRecord record = head(bucket); record != null; record = record.next) {
        Object pool = record.pool();
        if (pool != null) {
          pools.add(pool);
        }
      }
    }
    return pools;
  }

  /**
   * The records of all pools that are alive. Forgets the others. To be called by one thread only.
   */
  public static List<PoolRecord> sweep() {
    List<PoolRecord> alive = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      PoolRecord previous = null;
      PoolRecord record = (PoolRecord) CHAIN.getAcquire(TABLE, bucket);
      while (record != null) {
        PoolRecord next = record.next;
        if (!record.refersTo(null)) {
          alive.add(record);
          previous = record;
        } else if (previous != null) {
          previous.next = next;
        } else if (!CHAIN.compareAndSet(TABLE, bucket, record, next)) {
          previous = record; // A newer record came in front of it: the next sweep removes it.
        }
        record = next;
      }
    }
    size = alive.size();
    return alive;
  }
}
