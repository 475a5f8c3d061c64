package io.standstill.benchmarks;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The geometric mean of the ratios of paired results, with its 95 % confidence interval (Student's
 * t, on the logarithms).
 *
 * @param mean the geometric mean
 * @param low lower end of the interval; not a number for fewer than three pairs
 * @param high upper end of the interval; not a number for fewer than three pairs
 */
record PairedRatio(double mean, double low, double high) {
  private static final double CONFIDENCE = 0.95;

  static PairedRatio of(List<Double> results, List<Double> references) {
    double[] logarithms = new double[results.size()];
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = Math.log(results.get(i) / references.get(i));
    }
    ListStatistics statistics = new ListStatistics(logarithms);
    double[] interval = statistics.getConfidenceIntervalAt(CONFIDENCE);
    return new PairedRatio(
        Math.exp(statistics.getMean()), Math.exp(interval[0]), Math.exp(interval[1]));
  }

  @Override
  public String toString() {
    return Double.isNaN(low)
        ? String.format(Locale.ROOT, "%.2f", mean)
        : String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", mean, low, high);
  }
}
