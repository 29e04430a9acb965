/** What happens to a request before its controller: which handler, how large, who calls, may they, under which conditions. */
@NullMarked
package dev.banyan.runtime.web.edge;

import org.jspecify.annotations.NullMarked;
