package io.standstill.detect.narration;

import io.standstill.detect.evidence.Ref;
import io.standstill.detect.evidence.Route;
import io.standstill.detect.waits.Situation;
import io.standstill.pool.Promises;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import io.standstill.recorder.SubmissionHooks;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Tells where a queued task of a situation was handed over. */
final class SubmitSite {
  private final Situation situation;

  SubmitSite(Situation situation) {
    this.situation = situation;
  }

  /** The place as a stack trace shows it; null if it is not known, or if there are several. */
  String of(Object task) {
    Site site = bulk(task);
    if (site == null) {
      List<Integer> sites = SubmissionHooks.sitesOf(Promises.userTask(task).getClass());
      site = sites.size() == 1 ? SiteTable.get(sites.get(0)) : null;
    }
    return site == null ? null : site.toString();
  }

  /** Who waits for it inside of {@code invokeAll} or {@code invokeAny} has handed it over there. */
  private Site bulk(Object task) {
    List<Ref> promises = Promises.of(task).stream().map(Ref::new).toList();
    for (Thread waiter : situation.waiters()) {
      Route route = situation.waitOf(waiter).route();
      Holdings.Entry pending = situation.evidence().subject(waiter).pending(Site.Kind.AWAIT);
      if (route != null
          && pending != null
          && pending.lock() instanceof ExecutorService
          && promises.stream().anyMatch(route.queued()::containsKey)) {
        return SiteTable.get(pending.site());
      }
    }
    return null;
  }
}
