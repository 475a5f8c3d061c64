package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.ForkLog.Kind;
import io.standstill.recorder.ForkLog.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids are far beyond those of real threads, whose steps are read as well. */
class StepBookTest {
  private static final long FIRST = 1L << 40;

  private final StepBook book = new StepBook();

  /** A thread ends that made steps at two times. */
  private void end(long number, int time, int later) {
    Step step = new Step(Kind.FORK, time, 0);
    book.ended(
        FIRST + number, new ThreadSteps(0, -1, List.of(step, new Step(Kind.AWAIT, later, 0))));
  }

  @Test
  void forgetsNobodyWhileThereIsRoom() {
    for (int i = 0; i < StepBook.MOST_ENDED; i++) {
      end(i, i, i);
    }
    assertEquals(2, book.read().byThread().get(FIRST).steps().size());
    assertFalse(book.read().areUnknownSince(0));
  }

  @Test
  void knowsHowLateThoseMadeStepsWhomItForgot() {
    end(0, 5, 70);
    end(1, 6, 7);
    for (int i = 0; i < StepBook.MOST_ENDED; i++) {
      end(2 + i, 80, 90);
    }
    KnownSteps known = book.read();
    assertNull(known.byThread().get(FIRST + 1));
    assertTrue(known.areUnknownSince(70), "the first one made a step then");
    assertFalse(known.areUnknownSince(71));
  }
}
