package dev.banyan.runtime.data.move;

import java.util.UUID;

/**
 * What a database knows of a module's last move.
 *
 * @param id the same at both ends
 * @param other the identity of the database at the other end
 * @param address where that is, for people
 */
record Move(String module, UUID id, State state, UUID other, String address) {
    enum State {
        LEAVING,
        LEFT,
        ARRIVING,
        ARRIVED
    }

    boolean is(State expected) {
        return state == expected;
    }

    boolean is(State expected, UUID move) {
        return state == expected && id.equals(move);
    }

    boolean isWith(UUID database) {
        return other.equals(database);
    }
}
