package verdicts.clean.pools.crosspool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Three pools, each waiting for the next one, and the last one for nobody. */
@Clean
public final class OneWay {
  public static void main(String[] args) throws Exception {
    ExecutorService web = Pools.fixed("web", 2);
    ExecutorService mail = Pools.fixed("mail", 2);
    ExecutorService disk = Pools.fixed("disk", 1);
    List<Future<String>> requests = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      requests.add(
          web.submit(
              () ->
                  mail.submit(
                          () ->
                              disk.submit(
                                      () -> {
                                        Stage.sleep(700);
                                        return "written";
                                      })
                                  .get())
                      .get()));
    }
    for (Future<String> request : requests) {
      System.out.println(request.get());
    }
    Pools.end(web, mail, disk);
  }
}
