/**
 * Deadlocks that have not happened yet. What threads tell of the order in which they take locks is
 * put into a graph; a cycle of it that passes all filters is a risk. See {@code
 * docs/lock-order.md}.
 */
package io.standstill.order;
