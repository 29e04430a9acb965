/** Every failure as an RFC 9457 problem, whatever part of the server it comes from. */
@NullMarked
package dev.banyan.runtime.web.problem;

import org.jspecify.annotations.NullMarked;
