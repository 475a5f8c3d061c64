/**
 * What can be read of the JVM's threads and of the insides of JDK classes, without taking a lock
 * that the application can hold and without calling a method that it can override.
 */
package io.standstill.jvm;
