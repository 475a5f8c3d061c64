package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.FindingBoard;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LockRefTest {
  @Test
  void knowsTheMonitorsOfTheAgent() {
    assertTrue(LockRef.of(new FindingBoard()).isAgents());
    assertTrue(new LockRef("io.standstill.engine.Watch", 1, null).isAgents());
    assertTrue(new LockRef("io.standstill.detect.longwait.ContentionTable", 1, null).isAgents());
  }

  @Test
  void takesNoOtherLockForOneOfTheAgent() {
    assertFalse(LockRef.of(new ReentrantLock()).isAgents());
    assertFalse(new LockRef("io.standstill.samples.philosophers.Fork", 1, null).isAgents());
    assertFalse(new LockRef("Unnamed", 1, null).isAgents());
  }
}
