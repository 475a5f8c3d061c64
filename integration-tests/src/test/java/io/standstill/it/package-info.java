/**
 * Forked JVMs with the packaged agent, on every promised JDK. The programs that they run are under
 * {@code verdicts}; what each of them must be told is declared on the program itself.
 *
 * <p>System properties, all optional: {@code standstill.it.only=NAME} runs the programs whose class
 * name contains NAME; {@code standstill.it.jdk17=DIR} and {@code standstill.it.jdk25=DIR} (or the
 * variables {@code STANDSTILL_JDK_17} and {@code STANDSTILL_JDK_25}) name the JDKs; {@code
 * standstill.it.requireJdks} (or {@code CI=true}) makes a missing JDK a failure; {@code
 * standstill.it.bare} checks the programs themselves, without the agent.
 */
package io.standstill.it;
