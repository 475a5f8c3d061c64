/**
 * What a look sees of threads: the JVM's word, what they park on, what their journals say, the
 * insides of the JDK's synchronizers; and the time that it takes to see it. Facts about one thread
 * or one lock, no conclusions. Depends on no other package of the detectors.
 */
package io.standstill.detect.probe;
