package verdicts.pooldeadlock.library;

/** What a thread runs, with something around it. */
record Wrapping(Runnable inner) implements Runnable {
  @Override
  public void run() {
    inner.run();
  }
}
