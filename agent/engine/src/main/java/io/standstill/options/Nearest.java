package io.standstill.options;

import java.util.Collection;
import java.util.Locale;

/** Finds the known word that a mistyped one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /** The known word nearest to this one, or null if none is near. */
  public static String to(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT).replace('_', '-');
    String best = null;
    int fewest = Math.max(2, typed.length() / 3) + 1;
    for (String candidate : known) {
      String right = candidate.toLowerCase(Locale.ROOT);
      boolean begun = typed.length() > 2 && (right.startsWith(typed) || typed.startsWith(right));
      int edits = begun ? 1 : edits(typed, right);
      if (edits < fewest && edits < right.length()) {
        fewest = edits;
        best = candidate;
      }
    }
    return best;
  }

  /** Letters to insert, drop or change on the way from one word to the other. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
