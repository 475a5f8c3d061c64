package io.standstill.benchmarks;

import java.io.PrintStream;

/** Benchmarks that share a table. */
interface Group {
  /** Measures, and prints the table as Markdown, row by row. */
  void run(Jvm jvm, int rounds, PrintStream table) throws Exception;
}
