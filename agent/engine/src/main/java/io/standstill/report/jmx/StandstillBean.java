package io.standstill.report.jmx;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingBoard;
import io.standstill.finding.Kind;
import io.standstill.report.ContentionText;
import io.standstill.report.FindingText;
import io.standstill.report.JsonLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers JMX clients from the {@link FindingBoard} and from what the agent tells of itself. */
final class StandstillBean implements StandstillMXBean {
  static final String NOTHING = "Nothing stands still.";

  private final FindingBoard board;
  private final AgentState agent;
  private final Supplier<List<String>> ownProblems;

  StandstillBean(FindingBoard board, AgentState agent, Supplier<List<String>> ownProblems) {
    this.board = board;
    this.agent = agent;
    this.ownProblems = ownProblems;
  }

  @Override
  public boolean isHealthy() {
    return agent.sees().getAsBoolean() && board.healthy();
  }

  @Override
  public Map<String, Long> getFindingCounts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    board.counts().forEach((kind, count) -> counts.put(kind.toString(), count));
    return counts;
  }

  @Override
  public Map<String, FindingRow> getActiveFindings() {
    return FindingRow.active(board);
  }

  @Override
  public Map<String, FindingRow> getPoolRisks() {
    return FindingRow.predicted(board, Kind.POOL_SELF_WAIT);
  }

  @Override
  public String getCoverage() {
    return agent.coverage().get();
  }

  @Override
  public String[] getProblems() {
    List<String> problems = new ArrayList<>(agent.problems().get());
    problems.addAll(ownProblems.get());
    return problems.toArray(String[]::new);
  }

  @Override
  public String getVersion() {
    return agent.version();
  }

  @Override
  public String getStartTime() {
    return JsonLine.time(agent.since());
  }

  @Override
  public long getLockThresholdMillis() {
    return agent.thresholds().lock().toMillis();
  }

  @Override
  public void setLockThresholdMillis(long millis) {
    agent.thresholds().setLockMillis(millis);
  }

  @Override
  public long getPoolThresholdMillis() {
    return agent.thresholds().pool().toMillis();
  }

  @Override
  public void setPoolThresholdMillis(long millis) {
    agent.thresholds().setPoolMillis(millis);
  }

  @Override
  public long getStallThresholdMillis() {
    return agent.thresholds().stall().toMillis();
  }

  @Override
  public void setStallThresholdMillis(long millis) {
    agent.thresholds().setStallMillis(millis);
  }

  @Override
  public String report() {
    return agent.contention().top(1).isEmpty()
        ? standing()
        : standing() + "\n\n" + ContentionText.of(agent.contention());
  }

  private String standing() {
    List<Finding> active = board.active();
    StringBuilder report = new StringBuilder(active.isEmpty() ? NOTHING : "");
    for (Finding finding : active) {
      report.append(report.isEmpty() ? "" : "\n\n").append(FindingText.of(finding));
    }
    for (String problem : getProblems()) {
      report.append("\nProblem: ").append(problem);
    }
    return report.toString();
  }

  @Override
  public String look() {
    try {
      agent.look().run();
    } catch (RuntimeException failed) {
      // Told in words: a remote client could not read an exception of ours.
      return "The look failed: " + failed + "\n\n" + standing();
    }
    return standing();
  }
}
