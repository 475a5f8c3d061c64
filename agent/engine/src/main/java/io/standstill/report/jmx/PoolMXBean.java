package io.standstill.report.jmx;

/**
 * What Standstill shows of one thread pool, under {@code io.standstill:type=Pool,name=...}: what
 * the last look saw. No getter touches the pool. Unknown counts and times are -1. See {@code
 * docs/pools.md}.
 */
public interface PoolMXBean {
  /** What its threads are called and where it was made. */
  String getName();

  /** Class of the pool. */
  String getClassName();

  /** When it was made, in ISO-8601; empty if before the agent came. */
  String getCreatedAt();

  /** How many threads it has. */
  int getSize();

  /** How many threads it keeps and fills up before it queues. */
  int getCoreSize();

  /** How many threads it may have. */
  int getMaxSize();

  /** How many of its threads run a task. */
  int getActive();

  /** How many tasks wait. */
  int getQueued();

  /** How many more would fit into the queue. */
  int getRemainingCapacity();

  /** How many tasks have ended since it was made. */
  long getCompleted();

  /** How many tasks were rejected since the agent came. */
  int getRejected();

  /** How many waits were measured in the last minute or two. */
  long getWaitsMeasured();

  /** The mean time from {@code execute} to the start of a task, in milliseconds. */
  double getMeanWaitMillis();

  /** What 99 of 100 waits did not exceed. */
  double getWaitMillis99();

  /** How many run times were measured in the last minute or two. */
  long getRunsMeasured();

  /** The mean run time of a task, in milliseconds. */
  double getMeanRunMillis();

  /** What 99 of 100 run times did not exceed. */
  double getRunMillis99();

  /** Which share of its threads was busy in the last minute or two, 0 to 1; 0 at first. */
  double getUtilisation();

  /** Tasks submitted per second in the last minute or two. */
  double getArrivalsPerSecond();

  /** Which share of the time of busy threads was spent computing, 0 to 1. */
  double getComputingShare();

  /** How many threads the load asks for, by Little's law. */
  int getSizeByLoad();

  /** How many threads can be of use, by the ratio of waiting to computing. */
  int getSizeByWaiting();

  /** What the figures say about its size, in words. */
  String getAdvice();
}
