package io.standstill.samples.queuedwriter;

/** Where every night's work is written down. */
final class Journal {
  private final StringBuilder lines = new StringBuilder();

  synchronized void write(String line) {
    lines.append(line).append('\n');
  }
}
