package dev.banyan.runtime.events;

import dev.banyan.runtime.events.LaneReader.Look;
import java.util.List;

/**
 * What a worker does in one turn, always one of two: it looks into the table for some lanes, or it delivers a publication of each.
 *
 * @param knownHeads whether the publications are their lanes' heads for all that this process knows
 */
record Turn(List<LaneWork> lanes, List<Look> looks, List<Publication> publications, boolean knownHeads) {
    static Turn looking(List<LaneWork> lanes) {
        return new Turn(lanes, lanes.stream().map(LaneWork::takeLook).toList(), List.of(), false);
    }

    static Turn delivering(List<LaneWork> lanes) {
        return new Turn(
                lanes,
                List.of(),
                lanes.stream().map(LaneWork::first).toList(),
                lanes.stream().allMatch(LaneWork::knowsItsHead));
    }
}
