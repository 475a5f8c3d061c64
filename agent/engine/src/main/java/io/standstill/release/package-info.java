/**
 * Who would release what: the code and the captured state of a task tell which latch it would count
 * down, at which barrier it would arrive, which future it would complete. Weaving notes the few
 * methods that release something; all else is read when threads are suspected to stand still.
 * Nothing here loads a class, takes a lock of the application or calls its code.
 */
package io.standstill.release;
