package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.WaitType;
import io.standstill.options.OptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final String KNOWN = "app.a@app.Code.use > app.b@app.Code.use";
  private static final String BACK = "app.b@app.Code.use > app.a@app.Code.use";

  @TempDir Path directory;

  private final Scene scene = new Scene();

  private Signature signature(String... thereAndBack) {
    List<Cycle> cycles =
        Scene.cycles(
            Level.INSTANCE,
            List.of(
                scene.takes(1, thereAndBack[0], thereAndBack[1]),
                scene.takes(2, thereAndBack[1], thereAndBack[0])));
    return Signature.of(cycles.get(0));
  }

  @Test
  void namesARiskWithoutIdentitiesAndInOneWay() {
    assertEquals(KNOWN + "; " + BACK, signature("a1", "b1").line());
    assertEquals(KNOWN + "; " + BACK, signature("b7", "a3").line());
  }

  @Test
  void knowsWhatAPersonWroteDownInAnyOrderWithComments() throws Exception {
    Path file = directory.resolve("known");
    Files.writeString(file, "# the bank\n\n  " + BACK + " ;" + KNOWN + "   # since 2019\n");
    Baseline baseline = Baseline.open(file, null);

    assertEquals(1, baseline.stale().size());
    assertTrue(baseline.knows(signature("a1", "b1")));
    assertFalse(baseline.knows(signature("a1", "c1")));
    assertEquals(List.of(), baseline.stale());
    assertEquals(1, baseline.matched());
  }

  @Test
  void tellsFieldsOfNamesakesApartUnlessAPersonHasNot() throws Exception {
    Signature risk = signature("a1", "b1");
    Signature one = between(namesake("bank"), scene.lock("b2"));
    Signature other = between(namesake("shop"), scene.lock("b3"));
    assertEquals(
        "app.b@app.Code.use > bank.Cache$Node.lock@app.Code.use; "
            + "bank.Cache$Node.lock@app.Code.use > app.b@app.Code.use",
        one.line());
    Path file = directory.resolve("known");
    Files.writeString(file, one.line() + "\n");
    assertTrue(Baseline.open(file, null).knows(one));
    assertFalse(Baseline.open(file, null).knows(other));

    String brief =
        "Node.lock@app.Code.use > app.b@app.Code.use; app.b@app.Code.use > Node.lock@app.Code.use";
    Files.writeString(file, brief + "\n");
    Baseline baseline = Baseline.open(file, file);
    assertFalse(baseline.knows(risk));
    assertEquals(1, baseline.stale().size());
    assertTrue(baseline.knows(one));
    assertTrue(baseline.knows(other));
    assertEquals(List.of(), baseline.stale());
    baseline.note(one);
    assertEquals(brief + "\n", Files.readString(file));
  }

  private OrderedLock namesake(String where) {
    OrderedLock lock =
        new OrderedLock(this, "java.lang.Object", where.hashCode(), WaitType.MONITOR, false);
    lock.called("Node.lock", where + ".Cache$Node.lock");
    return lock;
  }

  private Signature between(OrderedLock one, OrderedLock other) {
    Hold first = hold(one);
    Hold second = hold(other);
    Acquisition by = scene.takes(1, "a1", "b1");
    return Signature.of(
        new Cycle(
            Level.INSTANCE, List.of(new Edge(first, second, by), new Edge(second, first, by))));
  }

  private Hold hold(OrderedLock lock) {
    return new Hold(lock, false, scene.hold("any").site(), false);
  }

  @Test
  void knowsLambdasThatHaveGotOtherNumbers() {
    String sold = "app.a@app.Code.lambda$sell$3 > app.b@app.Code.lambda$sell$3; ";
    String soldNow = "app.a@app.Code.lambda$sell$4 > app.b@app.Code.lambda$sell$4; ";
    assertEquals(Signature.parse(sold + BACK), Signature.parse(soldNow + BACK));
  }

  @Test
  void writesWhatIsNewAndNothingTwice() throws Exception {
    Path file = directory.resolve("written");
    for (int run = 0; run < 2; run++) {
      Baseline writing = Baseline.open(null, file);
      writing.note(signature("a1", "b1"));
      writing.note(signature("a2", "b2"));
    }
    assertEquals(KNOWN + "; " + BACK + "\n", Files.readString(file));

    Baseline both = Baseline.open(file, file);
    assertTrue(both.knows(signature("a1", "b1")));
    both.note(signature("a1", "b1"));
    both.note(signature("c1", "a1"));
    assertEquals(2, Files.readAllLines(file).size());
  }

  @Test
  void saysInOneLineWhatIsWrongWithAFile() throws Exception {
    Path file = directory.resolve("known");
    assertEquals(
        "standstill: cannot read baseline=" + file + ": the file " + file + " does not exist",
        messageOf(file, null));
    Files.writeString(file, KNOWN + "\n");
    assertEquals(
        "standstill: cannot read baseline="
            + file
            + ": line 1 is not of the form lock@place > lock@place; lock@place > lock@place",
        messageOf(file, null));
    assertTrue(
        messageOf(null, directory).startsWith("standstill: cannot write baseline-write="),
        messageOf(null, directory));
  }

  private static String messageOf(Path from, Path to) {
    return assertThrows(OptionException.class, () -> Baseline.open(from, to)).getMessage();
  }
}
