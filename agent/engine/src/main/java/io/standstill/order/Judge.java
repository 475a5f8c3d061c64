package io.standstill.order;

import io.standstill.finding.Certainty;
import io.standstill.order.ForkJoinOrder.Overlap;
import java.util.List;

/** How sure a cycle is: whether its threads could have met. */
final class Judge {
  private final ForkJoinOrder order;
  private final Hierarchy hierarchy;
  private final Newborns newborns;

  Judge(ForkJoinOrder order, Hierarchy hierarchy, Newborns newborns) {
    this.order = order;
    this.hierarchy = hierarchy;
    this.newborns = newborns;
  }

  /** How sure it is; null if it is no risk. */
  Certainty of(Cycle cycle) {
    List<Edge> edges = cycle.edges();
    boolean sure =
        cycle.level() == Level.INSTANCE && edges.stream().allMatch(edge -> edge.by().whole());
    if (Signals.are(cycle) || edges.stream().anyMatch(newborns::have) || Sleepers.areAll(cycle)) {
      return null;
    }
    sure &= edges.stream().noneMatch(edge -> newborns.mayHave(edge) || edge.isOfFresh());
    for (int i = 0; i < edges.size(); i++) {
      for (int k = 0; k < i; k++) {
        Overlap overlap = order.between(edges.get(i).by(), edges.get(k).by());
        if (overlap == Overlap.NEVER) {
          return null;
        }
        sure &= overlap == Overlap.POSSIBLE;
      }
    }
    if (cycle.level() == Level.LOCK_CLASS && hierarchy.explains(cycle)) {
      return null;
    }
    return sure ? Certainty.LIKELY : Certainty.POSSIBLE;
  }
}
