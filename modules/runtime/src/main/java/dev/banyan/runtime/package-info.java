/**
 * The split: which modules run here, durable events, module calls, data isolation, web conventions, security. Knows
 * nothing of commerce. Wired by auto-configuration, so that each module's own tests get it, too.
 */
@ApplicationModule(
        displayName = "Runtime",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel"})
@NullMarked
package dev.banyan.runtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
