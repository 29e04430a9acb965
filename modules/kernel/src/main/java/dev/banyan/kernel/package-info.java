/** The words that every module uses: money, ids, pages, failures, and the two kinds of module call. No framework. */
@NullMarked
package dev.banyan.kernel;

import org.jspecify.annotations.NullMarked;
