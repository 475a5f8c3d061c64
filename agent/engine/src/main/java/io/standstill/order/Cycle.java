package io.standstill.order;

import java.util.List;

/**
 * Edges of which each takes what the next one holds, and the last what the first one holds.
 *
 * @param level what counts as the same lock
 * @param edges in this order
 */
record Cycle(Level level, List<Edge> edges) {}
