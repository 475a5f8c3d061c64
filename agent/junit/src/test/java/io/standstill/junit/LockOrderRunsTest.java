package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Runs that follow each other in one JVM, as those of the classes do in parallel forks. */
class LockOrderRunsTest {
  private static final FakePredictor PREDICTOR = new FakePredictor();
  private static final Risks RISKS = new Risks(() -> PREDICTOR, PREDICTOR::count);

  private static StandstillExtension extension() {
    Watch watch = new Bench().watch;
    return new StandstillExtension(watch, () -> {}, Settings.DEFAULT, RISKS, LockOrders.Mode.FAIL);
  }

  static final class Guilty {
    @RegisterExtension static final StandstillExtension EXTENSION = extension();

    @Test
    void showsARisk() {
      PREDICTOR.predicts("O1", Guilty.class);
    }
  }

  static final class Innocent {
    @RegisterExtension static final StandstillExtension EXTENSION = extension();

    @Test
    void hasNothingToDoWithIt() {}
  }

  private static List<String> failures(Class<?> fixture) {
    EngineExecutionResults results = Bench.run(fixture);
    return results
        .allEvents()
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> assertInstanceOf(LockOrderError.class, result.getThrowable().orElseThrow()))
        .map(LockOrderError::getMessage)
        .toList();
  }

  @Test
  void blamesATestInWhicheverRunItIs() {
    assertEquals(List.of("O1 as text"), failures(Guilty.class));
    assertEquals(List.of(), failures(Innocent.class));
    assertEquals(List.of("O1 as text"), failures(Guilty.class), "when it is tried once more");
  }
}
