package io.standstill.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a journal of the test's own thread. */
class JournalsTest {
  private static final int SITE =
      SiteTable.register(
          new Site("shop.Till", "pay", "Till.java", 7, null, null, Site.Kind.MONITOR));

  @Test
  void renewalKeepsWhatIsHeldAndWhatIsPending() {
    Journal journal = Journals.current();
    int depth = journal.top;
    Object outer = new Object();
    Object inner = new Object();
    MonitorHooks.entering(outer, null, SITE);
    MonitorHooks.entered(journal);
    MonitorHooks.entering(inner, journal, SITE);
    Object[] before = journal.locks;
    int moves = journal.moves;

    Journals.renew();
    assertSame(before, journal.locks, "only the owner may move them");
    assertSame(journal, Journals.current());

    assertNotSame(before, journal.locks);
    assertEquals(moves, journal.moves, "nothing has happened");
    assertSame(inner, journal.pending());
    assertEquals(SITE, journal.pendingSite());
    MonitorHooks.entered(journal);
    assertEquals(Arrays.asList(outer, inner), held(journal).skip(depth).toList());
    MonitorHooks.exited(inner, journal);
    MonitorHooks.exited(outer, journal);
    assertEquals(depth, journal.top);
  }

  @Test
  void renewalIsAskedForOnce() {
    Journals.renew();
    Journal journal = Journals.current();
    Object[] renewed = journal.locks;

    assertSame(journal, Journals.current());

    assertSame(renewed, journal.locks);
  }

  @Test
  void whoReadsAllWhileTheDeadAreSweptFindsThemHereOrThere() throws InterruptedException {
    List<Journal> made = new CopyOnWriteArrayList<>();
    Thread ended = new Thread(() -> made.add(Journals.current()));
    ended.start();
    ended.join();
    Journal journal = made.get(0);
    List<Journal> there = new ArrayList<>();

    List<Journal> removed =
        Journals.sweep(
            leaving -> {
              assertTrue(Journals.all().contains(leaving), "removed before anybody heard of it");
              there.add(leaving);
            });

    assertTrue(there.contains(journal));
    assertTrue(removed.contains(journal));
    assertFalse(Journals.all().contains(journal));
  }

  private static Stream<Object> held(Journal journal) {
    return Stream.of(journal.holdings().held()).map(Holdings.Entry::lock);
  }
}
