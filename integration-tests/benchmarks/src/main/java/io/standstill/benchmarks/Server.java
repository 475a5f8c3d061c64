package io.standstill.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A process that has warmed up, and does the same work again whenever it is told to. */
final class Server implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final double warmUpMillis;

  /** Starts it, and returns when it is warm. */
  Server(Jvm jvm, boolean withAgent, List<String> options, Class<?> load, String amount)
      throws IOException {
    process = jvm.start(withAgent, options, load, amount);
    answers = Jvm.lines(process);
    warmUpMillis = answer();
  }

  /** CPU time from the start until it was warm. */
  double warmUpMillis() {
    return warmUpMillis;
  }

  /** Lets it do the work once; returns the CPU time of the process. */
  double work() throws IOException {
    OutputStream orders = process.getOutputStream();
    orders.write('\n');
    orders.flush();
    return answer();
  }

  private double answer() throws IOException {
    String line = answers.readLine();
    if (line == null || !line.matches("\\d+")) {
      throw new IOException("instead of a CPU time came: " + line);
    }
    return Double.parseDouble(line);
  }

  /** Lets it end. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
