package dev.banyan.runtime.data.move;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Told of each step. One that throws an error leaves everything as a process that is killed there would. */
@FunctionalInterface
interface MoveHook {
    MoveHook NONE = (step, target) -> {};

    /**
     * Returns, for the move to go on.
     *
     * @param target the connection that the step was done with in the target's database
     */
    void after(MoveStep step, JdbcClient target);
}
