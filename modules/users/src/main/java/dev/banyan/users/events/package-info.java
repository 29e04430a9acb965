/** What happens to accounts. Fields are only ever added. */
@NamedInterface("events")
@NullMarked
package dev.banyan.users.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
