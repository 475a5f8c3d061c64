/** Wires recorder, weaver, detector and outputs together, at start-up and on attach. */
package io.standstill.engine;
