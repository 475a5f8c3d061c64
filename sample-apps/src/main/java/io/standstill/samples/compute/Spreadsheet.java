package io.standstill.samples.compute;

import io.standstill.samples.BadLuck;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A spreadsheet computes its cells on demand and keeps the results in a {@code ConcurrentHashMap}.
 * Two threads compute two cells, and each formula asks for the other cell inside {@code
 * computeIfAbsent}: the locks are the map's own, and appear nowhere in this program. The clean
 * spreadsheet computes outside the map.
 */
public final class Spreadsheet {
  private final ConcurrentMap<String, Integer> cells = new ConcurrentHashMap<>();
  private final BadLuck bothMissing;
  private final boolean careful;

  private Spreadsheet(boolean careful, BadLuck bothMissing) {
    this.careful = careful;
    this.bothMissing = bothMissing;
  }

  /** Asks for two cells at the same time. */
  public static void main(String[] arguments) throws InterruptedException {
    Spreadsheet sheet = new Spreadsheet(BadLuck.clean(arguments), BadLuck.among(2, arguments));
    Thread a1 = new Thread(() -> sheet.cell("A1", "B7", 2), "compute-A1");
    Thread b7 = new Thread(() -> sheet.cell("B7", "A1", 2), "compute-B7");
    a1.start();
    b7.start();
    a1.join();
    b7.join();
    System.out.println("The cells are " + sheet.cells + ".");
  }

  private int cell(String name, String needed, int depth) {
    if (depth == 0) {
      return 1;
    }
    if (careful) {
      Integer known = cells.get(name);
      int value = known != null ? known : 1 + cell(needed, name, depth - 1);
      cells.putIfAbsent(name, value);
      return value;
    }
    return cells.computeIfAbsent(
        name,
        missing -> {
          bothMissing.strikes();
          return 1 + cell(needed, name, depth - 1);
        });
  }
}
