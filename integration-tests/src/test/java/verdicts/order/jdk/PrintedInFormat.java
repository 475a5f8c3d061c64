package verdicts.order.jdk;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A stream formats an object that locks itself; elsewhere that object prints itself. */
@Predicted(
    threads = {"teller", "teacher"},
    summary = "takes PrintStream@")
public final class PrintedInFormat {
  private static final class Word {
    private String text = "tea";

    @Override
    public synchronized String toString() {
      return text;
    }

    synchronized void change(String other) {
      text = other;
      System.out.println(text);
    }
  }

  public static void main(String[] args) throws Exception {
    Word word = new Word();
    Luck luck = new Luck();
    Stage.join(
        Stage.start("teller", () -> luck.turn(0, () -> System.out.printf("%s%n", word))),
        Stage.start("teacher", () -> luck.turn(1, () -> word.change("tee"))));
    System.out.println(word);
  }
}
