/**
 * Thread pools and the tasks in them, read from the fields of the JDK's classes: no pool is asked
 * anything, because its answers take its lock, and an application can override them.
 */
package io.standstill.pool;
