package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Three pools of two in a ring, all of their workers busy with waiting for the next one. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"web-1", "web-2", "mail-1", "mail-2", "disk-1", "disk-2"},
    pools = {"web", "mail", "disk"})
public final class ThreePools {
  private static final Meeting meeting = new Meeting(6);

  private static void keepBusy(ExecutorService pool, ExecutorService next) {
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return next.submit(() -> System.out.println("never")).get(); // waits
          });
    }
  }

  public static void main(String[] args) {
    ExecutorService web = Pools.fixed("web", 2);
    ExecutorService mail = Pools.fixed("mail", 2);
    ExecutorService disk = Pools.fixed("disk", 2);
    keepBusy(web, mail);
    keepBusy(mail, disk);
    keepBusy(disk, web);
    Stage.stuckNamed("web-1", "web-2", "mail-1", "mail-2", "disk-1", "disk-2");
  }
}
