package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank.Bank.transfer(Bank.java:41)",
        "bank.Bank$Inner.<init>(Bank.java:1)",
        "bank.Bank.lambda$run$0(Bank.java)",
        "bank.Bank$$Lambda$617/0x00007fde381af2d0.run(Unknown Source)",
        "jdk.internal.misc.Unsafe.park(Native Method)"
      })
  void readsFramesThatLinkToTheirLines(String frame) {
    assertEquals(frame, FindingReader.frame(frame).toString());
  }

  @Test
  void keepsClassMethodAndLineApart() {
    StackTraceElement frame = FindingReader.frame("bank.Bank.transfer(Bank.java:41)");

    assertEquals("bank.Bank", frame.getClassName());
    assertEquals("transfer", frame.getMethodName());
    assertEquals("Bank.java", frame.getFileName());
    assertEquals(41, frame.getLineNumber());
  }

  @Test
  void showsWhatIsNoFrame() {
    assertTrue(FindingReader.frame("12 more").toString().contains("12 more"));
  }
}
