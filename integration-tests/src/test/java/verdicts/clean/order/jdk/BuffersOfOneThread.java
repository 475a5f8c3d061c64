package verdicts.clean.order.jdk;

import verdicts.Clean;
import verdicts.Stage;

/** One thread appends each buffer to the other. */
@Clean
public final class BuffersOfOneThread {

  public static void main(String[] args) throws Exception {
    StringBuffer one = new StringBuffer("1");
    StringBuffer other = new StringBuffer("2");
    Stage.join(
        Stage.start(
            "clerk",
            () -> {
              one.append(other);
              other.append(one);
            }));
    System.out.println(one.append(other));
  }
}
