package verdicts.clean.order;

import verdicts.Clean;
import verdicts.Stage;

/** Outside first, then inside, then the outside once more: who has it need not wait for it. */
@Clean
public final class TakenAgain {
  private final TakenAgain inside;
  private int count;

  private TakenAgain(TakenAgain inside) {
    this.inside = inside;
  }

  private synchronized void visit(TakenAgain outside) {
    count++;
    if (inside != null) {
      inside.visit(this);
    } else {
      outside.again();
    }
  }

  private synchronized void again() {
    count++;
  }

  public static void main(String[] args) throws Exception {
    TakenAgain outside = new TakenAgain(new TakenAgain(null));
    Thread[] visitors = new Thread[3];
    for (int i = 0; i < visitors.length; i++) {
      visitors[i] =
          Stage.start(
              "visitor-" + i,
              () -> {
                for (int k = 0; k < 300; k++) {
                  outside.visit(null);
                }
              });
    }
    Stage.join(visitors);
    System.out.println(outside.count + outside.inside.count);
  }
}
