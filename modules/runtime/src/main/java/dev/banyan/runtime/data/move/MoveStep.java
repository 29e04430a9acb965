package dev.banyan.runtime.data.move;

/** What a move has done, in this order. */
enum MoveStep {
    /** The target admits nobody for the module any more. */
    EXPECTED,
    /** The source admits nobody for the module any more. */
    LEAVING,
    /** The module's tables are in the target, empty. */
    PREPARED,
    /** The rows are in the target's open transaction. */
    COPIED,
    /** They are the same as the source's. */
    COMPARED,
    /** The target's transaction is committed: the module's data is there. */
    ARRIVED,
    /** The source is rid of the module's events. */
    LEFT
}
