package verdicts.order.jdk;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Two string buffers, each appended to the other. */
@Predicted(
    threads = {"one", "other"},
    summary = "takes StringBuffer@")
public final class BuffersAppended {

  public static void main(String[] args) throws Exception {
    StringBuffer one = new StringBuffer("1");
    StringBuffer other = new StringBuffer("2");
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> one.append(other))),
        Stage.start("other", () -> luck.turn(1, () -> other.append(one))));
    System.out.println(one.append(other));
  }
}
