/**
 * Rewrites application classes so that they call the recorder's hooks. One primitive per file; the
 * only package that sees ASM. Nothing here loads a class of the application.
 */
package io.standstill.weave;
