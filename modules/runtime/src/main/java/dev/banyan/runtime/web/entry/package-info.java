/**
 * This process as the entry to the whole system: requests for modules that run elsewhere are forwarded, and what concerns every process is asked of
 * every process.
 */
@NullMarked
package dev.banyan.runtime.web.entry;

import org.jspecify.annotations.NullMarked;
