package verdicts;

/**
 * The order in which things happen to happen. Threads look at a number, and at nothing that a
 * detector could take for a reason why they never meet.
 */
public final class Luck {
  private volatile int done;

  /** Does something when so many others are done. */
  public void turn(int number, Body body) throws Exception {
    while (done < number) {
      Thread.yield();
    }
    body.run();
    done = number + 1;
  }
}
