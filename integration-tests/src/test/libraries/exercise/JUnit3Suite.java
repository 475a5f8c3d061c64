package exercise;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import junit.extensions.ActiveTestSuite;
import junit.extensions.RepeatedTest;
import junit.framework.TestCase;
import junit.framework.TestResult;
import junit.textui.TestRunner;

/** JUnit 3.8.1: its suite of one thread per test, which waits and notifies, and its runner. */
public final class JUnit3Suite {
  public static void main(String[] args) {
    ActiveTestSuite suite = new ActiveTestSuite();
    for (int i = 0; i < 20; i++) {
      suite.addTest(new RepeatedTest(new Arithmetic("testAdds"), 50));
    }
    suite.addTest(new Arithmetic("testFails"));
    TestRunner runner = new TestRunner(new PrintStream(new ByteArrayOutputStream()));
    TestResult result = runner.doRun(suite);
    System.out.println(
        result.runCount() + " run, " + result.failureCount() + " failed, " + result.errorCount());
  }

  /** One test that passes and one that does not. */
  public static final class Arithmetic extends TestCase {
    public Arithmetic(String name) {
      super(name);
    }

    public void testAdds() {
      assertEquals(4, 2 + 2);
    }

    public void testFails() {
      assertEquals(5, 2 + 2);
    }
  }
}
