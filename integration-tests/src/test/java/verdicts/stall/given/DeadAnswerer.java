package verdicts.stall.given;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;

/** Each answer is an object of its own; the one who gives them ends over the second question. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "asker",
    summary = {"signal", "answerer has ended"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class DeadAnswerer {
  private static final BlockingQueue<Answer> ASKED = new LinkedBlockingQueue<>();

  private static final class Answer {
    private String text;

    synchronized void set(String answer) {
      text = answer;
      notifyAll();
    }

    synchronized String get() throws InterruptedException {
      while (text == null) {
        wait();
      }
      return text;
    }
  }

  private static void answer() throws InterruptedException {
    ASKED.take().set("yes");
    ASKED.take();
    System.out.println("no idea");
  }

  private static void ask() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      Answer answer = new Answer();
      ASKED.put(answer);
      System.out.println(answer.get());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread answerer = Stage.start("answerer", DeadAnswerer::answer);
    Thread asker = Stage.start("asker", DeadAnswerer::ask);
    Stage.join(answerer);
    Stage.stuck(asker);
  }
}
