package io.standstill.report.jmx;

import io.standstill.finding.Contention;
import io.standstill.options.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the agent tells of itself. The suppliers are called by threads of JMX clients, at any time:
 * they must be quick, and take no lock that the application can hold.
 *
 * @param version version of the agent
 * @param since when watching began
 * @param sees whether the self-check and the last look went well; false makes the agent unhealthy
 * @param coverage one line: how many classes are watched, how many are not, and why
 * @param problems what is off or failing, one line each
 * @param thresholds what is too long, which may be changed
 * @param contention who has waited for which lock
 * @param look takes a look now, and returns when the board shows what it found
 */
public record AgentState(
    String version,
    Instant since,
    BooleanSupplier sees,
    Supplier<String> coverage,
    Supplier<List<String>> problems,
    Thresholds thresholds,
    Contention contention,
    Runnable look) {}
