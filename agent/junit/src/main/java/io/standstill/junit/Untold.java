package io.standstill.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What no test was failed for, at the end of a run: the run fails for it. */
final class Untold {
  private static final long POLL_MILLIS = 100;
  private static final long BEGINNING_MILLIS = 5;

  private final Contact contact;
  private final Scopes scopes;
  private final Judge judge;
  private final Outers outers;
  private final Leftovers leftovers;

  /** How many steps had begun when the agent was made to look last. */
  private int lookedAfter = -1;

  Untold(Contact contact, Scopes scopes, Judge judge, Outers outers, Leftovers leftovers) {
    this.contact = contact;
    this.scopes = scopes;
    this.judge = judge;
    this.outers = outers;
    this.leftovers = leftovers;
  }

  /**
   * Each with words that say so. Tells it once.
   *
   * @throws AgentMissingError if the agent did not watch
   */
  synchronized Map<Finding, String> take() {
    long end = System.nanoTime() + Leftovers.PATIENCE_NANOS;
    while (contact.isOpen() && System.nanoTime() - end < 0) {
      OwnThread.rest(BEGINNING_MILLIS); // A run may be over before the watch has begun.
    }
    contact.check();
    while (leftovers.exist(0) && System.nanoTime() - end < 0 && !isKnown()) {
      OwnThread.rest(POLL_MILLIS);
    }
    Agent agent = contact.agent();
    if (agent == null) {
      return Map.of();
    }
    look(agent);
    if (agent.isBlind()) {
      throw AgentMissingError.ofBlind(agent);
    }
    return told(judge.nobodys(agent.findings()));
  }

  /** A look takes its time, and the end of a run comes here twice. */
  private void look(Agent agent) {
    int opened = scopes.opened();
    if (opened != lookedAfter) {
      agent.look();
      lookedAfter = opened;
    }
  }

  private boolean isKnown() {
    return !judge.open(contact.findings()).isEmpty();
  }

  private Map<Finding, String> told(List<Finding> left) {
    Map<Finding, String> told = new LinkedHashMap<>();
    outers.untold().forEach((finding, step) -> told.put(finding, Words.ofOuter(finding, step)));
    Set<String> ids = told.keySet().stream().map(Finding::id).collect(Collectors.toSet());
    for (Finding finding : left) {
      if (!ids.contains(finding.id())) {
        told.put(finding, Words.ofNobodys(finding, scopes.past()));
      }
    }
    return told;
  }
}
