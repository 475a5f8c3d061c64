package io.standstill.detect.narration;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Holders;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.ReadHolds;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.finding.LockUse;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Frames;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Describes what a thread waits for and holds. The journal gives site, name and time; the JVM
 * decides whether a lock is really held, and adds those that no woven code took.
 */
final class LockUses {
  private final Evidence evidence;
  private final Collection<Thread> threads;
  private final Map<Long, Wait> waits;

  /**
   * @param waits what some of these threads wait for, by thread id
   */
  LockUses(Evidence evidence, Collection<Thread> threads, Map<Long, Wait> waits) {
    this.evidence = evidence;
    this.threads = threads;
    this.waits = waits;
  }

  /** What a thread waits for. */
  LockUse waitsFor(Subject subject, Wait wait) {
    Holdings.Entry announced = subject.announcementOf(wait.lock());
    Site site = announced == null ? null : SiteTable.get(announced.site());
    return new LockUse(
        wait.type(),
        className(wait.lock()),
        identity(wait.lock()),
        site == null ? null : site.lockName(),
        site == null || site.isOfTheJdk()
            ? Frames.applicationFrame(subject.stack())
            : site.toString(),
        announced == null ? null : age(announced),
        List.copyOf(wait.owners().ids()));
  }

  /** What a thread holds; {@code details} is the JVM's word on it, or null. */
  List<LockUse> holds(Thread thread, ThreadFacts details) {
    List<LockUse> uses = new ArrayList<>();
    List<LockRef> known = new ArrayList<>();
    Holdings journal = evidence.subject(thread).journal();
    if (journal != null) {
      for (Holdings.Entry entry : journal.held()) {
        if (entry != null && isHeld(thread, entry, details)) {
          add(uses, known, LockRef.of(entry.lock()), entry);
        }
      }
    }
    if (details != null && details.ownedMonitors() != null) {
      for (int i = details.ownedMonitors().size() - 1; i >= 0; i--) {
        ThreadFacts.OwnedMonitor owned = details.ownedMonitors().get(i);
        if (!known.contains(owned.lock())) {
          known.add(owned.lock());
          uses.add(held(WaitType.MONITOR, owned.lock(), null, siteOf(owned.frame()), null));
        }
      }
    }
    uses.addAll(new LoanUses(evidence, waits).of(thread));
    addAwaitedByOthers(thread, uses, known);
    return uses;
  }

  /**
   * The JVM knows the frame that holds a monitor, but only the line where that frame is now. For
   * code of the application, where one would look at that line for the lock, it is left out.
   */
  private static String siteOf(StackTraceElement frame) {
    return Frames.isJdk(frame) ? Frames.text(frame) : Frames.method(frame);
  }

  /** What an ended thread never released. */
  List<LockUse> leftBehindBy(Thread ended) {
    List<LockUse> uses = new ArrayList<>();
    List<LockRef> known = new ArrayList<>();
    for (Wait wait : waits.values()) {
      Object lock = wait.lock().object();
      if (lock != null && wait.isFor(ended)) {
        for (Holders.Holder holder : evidence.holders().of(Synchronizers.parkedOn(lock))) {
          if (holder.thread() == ended) {
            add(uses, known, LockRef.of(holder.entry().lock()), holder.entry());
          }
        }
      }
    }
    addAwaitedByOthers(ended, uses, known);
    return uses;
  }

  private static void add(
      List<LockUse> uses, List<LockRef> known, LockRef lock, Holdings.Entry entry) {
    if (!known.contains(lock)) {
      known.add(lock);
      Site site = SiteTable.get(entry.site());
      uses.add(
          held(
              type(entry.lock(), site),
              lock,
              site == null ? null : site.lockName(),
              site == null ? null : site.toString(),
              age(entry)));
    }
  }

  /** What others wait for must be held, even if nobody saw it taken: before an attach, say. */
  private void addAwaitedByOthers(Thread thread, List<LockUse> uses, List<LockRef> known) {
    for (Thread waiter : threads) {
      Wait wait = waits.get(Threads.id(waiter));
      if (wait != null
          && known.stream().noneMatch(lock -> isSameLock(lock, wait.lock()))
          && wait.isFor(thread)
          && wait.route() == null
          && wait.type() != WaitType.THREAD
          && wait.type() != WaitType.TURN
          && wait.type() != WaitType.SIGNAL
          && !wait.isForLoan()
          && wait.type() != WaitType.UNKNOWN
          && isOwner(thread, waiter, wait)) {
        known.add(wait.lock());
        uses.add(
            held(heldType(thread, waiter, wait), wait.lock(), null, initSite(thread, wait), null));
      }
    }
  }

  /** One who is merely ahead in the queue holds nothing. */
  private boolean isOwner(Thread thread, Thread waiter, Wait wait) {
    Object parkedOn = evidence.subject(waiter).parkedOn();
    return !Synchronizers.isReadWriteLock(parkedOn) && !Synchronizers.isStampedLock(parkedOn)
        ? wait.type() != WaitType.PERMIT
        : Synchronizers.owner(parkedOn) == thread
            || Synchronizers.isReadWriteLock(parkedOn) && ReadHolds.holds(thread, parkedOn);
  }

  private WaitType heldType(Thread thread, Thread waiter, Wait wait) {
    Object parkedOn = evidence.subject(waiter).parkedOn();
    if (!Synchronizers.isReadWriteLock(parkedOn)) {
      return wait.type();
    }
    return Synchronizers.owner(parkedOn) == thread ? WaitType.WRITE_LOCK : WaitType.READ_LOCK;
  }

  private String initSite(Thread thread, Wait wait) {
    if (wait.type() != WaitType.CLASS_INIT) {
      return null;
    }
    for (StackTraceElement frame : evidence.subject(thread).stack()) {
      if (frame.getMethodName().equals("<clinit>")
          && frame.getClassName().equals(wait.lock().className())) {
        return Frames.text(frame);
      }
    }
    return null;
  }

  private static boolean isSameLock(LockRef held, LockRef awaited) {
    return held.equals(awaited)
        || held.object() != null
            && awaited.object() != null
            && Synchronizers.parkedOn(held.object()) == Synchronizers.parkedOn(awaited.object());
  }

  private static boolean isHeld(Thread thread, Holdings.Entry entry, ThreadFacts details) {
    Site site = SiteTable.get(entry.site());
    if (site != null && site.kind() == Site.Kind.MONITOR) {
      return details == null
          || details.ownedMonitors() == null
          || details.ownedMonitors().stream().anyMatch(own -> own.lock().is(entry.lock()));
    }
    Object parkedOn = Synchronizers.parkedOn(entry.lock());
    if (Synchronizers.isReadWriteLock(parkedOn)) {
      return Synchronizers.owner(parkedOn) == thread || ReadHolds.holds(thread, parkedOn);
    }
    return parkedOn == entry.lock()
        || Synchronizers.isSemaphore(parkedOn)
        || Synchronizers.isStampedLock(parkedOn)
        || Synchronizers.owner(parkedOn) == thread;
  }

  private static LockUse held(WaitType type, LockRef lock, String name, String site, Long millis) {
    return new LockUse(type, className(lock), identity(lock), name, site, millis, List.of());
  }

  private static WaitType type(Object lock, Site site) {
    String simpleName = lock.getClass().getSimpleName();
    if (simpleName.startsWith("ReadLock")) {
      return WaitType.READ_LOCK;
    } else if (simpleName.startsWith("WriteLock")) {
      return WaitType.WRITE_LOCK;
    } else if (site == null) {
      return WaitType.LOCK;
    }
    return switch (site.kind()) {
      case MONITOR -> WaitType.MONITOR;
      case LOCK -> WaitType.LOCK;
      case STAMPED_READ -> WaitType.READ_LOCK;
      case STAMPED_WRITE -> WaitType.WRITE_LOCK;
      case SEMAPHORE, SCOPED_PERMIT -> WaitType.PERMIT;
      case JOIN -> WaitType.THREAD;
      case AWAIT, SUBMIT -> WaitType.FUTURE;
      case BORROW -> WaitType.LOAN;
      case SIGNAL -> WaitType.SIGNAL;
    };
  }

  private static String className(LockRef lock) {
    return lock.object() == null ? lock.className() : Synchronizers.userClass(lock.object());
  }

  private static String identity(LockRef lock) {
    return lock.identity() == 0 ? null : Integer.toHexString(lock.identity());
  }

  /** Without the time in which the process was stopped. */
  private static long age(Holdings.Entry entry) {
    return Math.max(0, (long) Clock.steadySince(entry.tick()) * Clock.TICK_MILLIS);
  }
}
