/** Real builds that use the packaged agent and its JUnit extension, run from outside. */
package io.standstill.it.builds;
