package io.standstill.order;

import io.standstill.recorder.Site;

/**
 * A lock as one thread took it.
 *
 * @param lock which
 * @param shared true for a read lock, which others may hold at the same time
 * @param site where it was taken
 * @param fresh true if it may have been made just before, so that nobody else knew it
 */
record Hold(OrderedLock lock, boolean shared, Site site, boolean fresh) {}
