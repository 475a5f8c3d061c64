/**
 * What woven code calls: hooks, one journal per thread, the table of call sites.
 *
 * <p>This package depends on nothing but {@code java.base}. In the packaged agent it is renamed to
 * {@code java.standstill} and defined by the boot class loader, so that woven classes reach it from
 * every class loader, those that delegate nothing but {@code java.*} included.
 */
package io.standstill.recorder;
