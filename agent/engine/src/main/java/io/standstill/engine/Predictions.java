package io.standstill.engine;

import io.standstill.finding.Finding;
import io.standstill.options.Option;
import io.standstill.options.Options;
import io.standstill.order.Baseline;
import io.standstill.order.History;
import io.standstill.order.OrderDetector;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Order;
import io.standstill.report.OwnThread;
import io.standstill.report.jmx.OrderState;
import java.util.List;

/**
 * Lets deadlocks be predicted, if the options say so: while the application runs, and once more
 * when it ends, because many a run is over before anything could be told.
 */
final class Predictions implements OrderState {
  private static final long EXIT_MILLIS = 5_000;
  private static final int MOST_SHOWN = 5;

  private final int limit;
  private final Baseline baseline;
  private final History history;
  private final Outputs outputs;
  private volatile OrderDetector detector;

  /**
   * @param limit how many edges the graphs of the lock order may have
   * @param baseline the files that the options name, opened; null if nothing is predicted
   */
  Predictions(int limit, Baseline baseline, History history, Outputs outputs) {
    this.limit = limit;
    this.baseline = baseline;
    this.history = history;
    this.outputs = outputs;
    if (baseline != null) {
      Order.begin();
    }
  }

  /**
   * Opens the files that the options name.
   *
   * @return null if nothing is to be predicted
   */
  static Baseline baseline(Options options) {
    return options.get(Option.ORDER)
        ? Baseline.open(options.get(Option.BASELINE), options.get(Option.BASELINE_WRITE))
        : null;
  }

  /** Loads what predicting needs. */
  void begin() {
    if (baseline != null && detector == null) {
      make();
    }
  }

  private synchronized void make() {
    if (detector == null) {
      OrderDetector made = new OrderDetector(limit, history, baseline, outputs::on);
      made.rehearse();
      detector = made;
    }
  }

  /** Takes in what was observed; what is merely possible is told a little later. */
  void tick() {
    if (baseline != null) {
      begin();
      detector.look();
    }
  }

  /** A JMX client may come before the watch has begun. */
  @Override
  public void look() {
    if (baseline != null) {
      begin();
      detector.lookForAll();
    }
  }

  void leaving(Journal journal) {
    OrderDetector known = detector;
    if (known != null) {
      known.leaving(journal);
    }
  }

  void heard(Finding finding) {
    OrderDetector known = detector;
    if (known != null) {
      known.heard(finding);
    }
  }

  /** Null if nothing is predicted. */
  OrderState state() {
    return baseline == null ? null : this;
  }

  @Override
  public int known() {
    return baseline.matched();
  }

  @Override
  public List<String> stale() {
    return baseline.stale();
  }

  @Override
  public boolean isDegraded() {
    OrderDetector known = detector;
    return known != null && known.isDegraded();
  }

  /** Sees to it that the end of the application is not the end of what is known. */
  void tellAtExit() {
    if (baseline != null) {
      try {
        Runtime.getRuntime().addShutdownHook(OwnThread.of("standstill-exit", this::finish, null));
      } catch (IllegalStateException endsAlready) {
        return; // Then there is nothing to tell yet.
      }
    }
  }

  private void finish() {
    boolean nothingToSay = Order.isBlank() && baseline.stale().isEmpty();
    if (nothingToSay) {
      return;
    }
    try {
      begin();
      detector.lookForAll();
      List<String> stale = baseline.stale();
      if (!stale.isEmpty()) {
        outputs.say(
            stale.size()
                + (stale.size() == 1 ? " entry" : " entries")
                + " of the lock-order baseline matched nothing in this run: "
                + String.join(" | ", stale.subList(0, Math.min(MOST_SHOWN, stale.size()))));
      }
    } catch (Throwable failure) {
      outputs.problem("a prediction failed: " + failure);
    }
    outputs.flush(EXIT_MILLIS);
  }
}
