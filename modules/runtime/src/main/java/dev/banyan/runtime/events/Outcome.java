package dev.banyan.runtime.events;

/** What became of an attempt to deliver. */
enum Outcome {
    /** The effects and the completion are committed. */
    COMPLETED,
    /** It was not ours to deliver, or not its turn. */
    LOST,
    /** It is tried again later, as noted in the table. */
    FAILED,
    /** Nobody tries any more, as noted in the table. */
    PARKED,
    /** It failed, and so did the attempt to note that. */
    UNSETTLED
}
