/** What staff see of waiting and parked events, and what they may do about them. */
@NullMarked
package dev.banyan.runtime.events.admin;

import org.jspecify.annotations.NullMarked;
