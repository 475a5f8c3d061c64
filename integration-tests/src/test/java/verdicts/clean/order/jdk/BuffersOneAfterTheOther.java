package verdicts.clean.order.jdk;

import verdicts.Clean;
import verdicts.Stage;

/** Each buffer is appended to the other, by threads that come one after the other. */
@Clean
public final class BuffersOneAfterTheOther {

  public static void main(String[] args) throws Exception {
    StringBuffer one = new StringBuffer("1");
    StringBuffer other = new StringBuffer("2");
    Stage.join(Stage.start("early", () -> one.append(other)));
    Stage.join(Stage.start("late", () -> other.append(one)));
    System.out.println(one.append(other));
  }
}
