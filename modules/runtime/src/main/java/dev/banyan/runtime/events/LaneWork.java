package dev.banyan.runtime.events;

import dev.banyan.runtime.events.LaneReader.Look;
import dev.banyan.runtime.events.Publication.Lane;
import java.util.TreeMap;

/** What one lane has to do. Not thread-safe: its subscriber's lanes guard it. */
final class LaneWork {
    private static final int TRIES = 2;

    private final Lane lane;
    private final TreeMap<Long, Publication> waiting = new TreeMap<>();
    private boolean look;
    private boolean more;
    private long adoptFrom = LaneReader.NEVER;
    private long completed = -1;
    private long lost = -1;
    private int losses;
    private boolean atWork;

    LaneWork(Lane lane) {
        this.lane = lane;
    }

    Lane lane() {
        return lane;
    }

    int size() {
        return waiting.size();
    }

    /** False when it was there already. */
    boolean add(Publication publication) {
        return waiting.putIfAbsent(publication.position(), publication) == null;
    }

    /** The next publication; there has to be one. */
    Publication first() {
        return waiting.firstEntry().getValue();
    }

    void remove(Publication publication) {
        waiting.remove(publication.position());
    }

    void clear() {
        waiting.clear();
    }

    /** Has the lane look into the table. */
    void wantLook(long from) {
        look = true;
        adoptFrom = Math.min(adoptFrom, from);
    }

    boolean wantsLook() {
        return look;
    }

    /** What to look for; asking settles it. */
    Look takeLook() {
        var wanted = new Look(lane, adoptFrom);
        look = false;
        adoptFrom = LaneReader.NEVER;
        return wanted;
    }

    /** Whether a publication that was just read may be tried: a head that was lost twice is left alone, whatever was ahead has gone by then. */
    boolean mayTry(Publication head) {
        return head.position() != lost || losses < TRIES;
    }

    void lost(Publication publication) {
        losses = publication.position() == lost ? losses + 1 : 1;
        lost = publication.position();
    }

    void completed(Publication publication) {
        completed = publication.position();
    }

    /** Whether the next publication is known to be the lane's head without asking the database. */
    boolean knowsItsHead() {
        var previous = first().previous();
        return previous == null || previous == completed;
    }

    void more(boolean mayBe) {
        more = mayBe;
    }

    boolean mayHaveMore() {
        return more;
    }

    boolean isAtWork() {
        return atWork;
    }

    void atWork(boolean now) {
        atWork = now;
    }
}
