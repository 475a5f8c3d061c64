/**
 * Weaves the few classes of the JDK in which no call site can tell what happens: thread pools,
 * futures that run a function, and collections and streams that lock themselves. One file per class
 * woven; {@link io.standstill.weave.jdk.JdkWeaving} is what others see.
 *
 * <p>Only method bodies change, so that it works on classes that are loaded already.
 */
package io.standstill.weave.jdk;
