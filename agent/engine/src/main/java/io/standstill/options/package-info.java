/** What a user can set, where it may be set, and what is said when it is set wrongly. */
package io.standstill.options;
