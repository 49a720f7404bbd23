package vn.toso.seed.generator;

import java.util.UUID;

/**
 * The ids of what is made up in one hamlet: UUIDs of version 7 (RFC 9562) that sort in the order in which they are made,
 * hamlet after hamlet. So a load appends to its collections instead of writing all over them, which takes the embedded
 * store a fraction of the time; hence their time stamp means nothing.
 */
final class Ids {

    /** 1 January 2025, when nothing of the demo had happened yet. */
    private static final long BASE = 1_735_689_600_000L;

    /** More documents than a hamlet ever has, in milliseconds: hamlets keep apart. */
    private static final long ROOM = 100_000;

    private final Dice dice;
    private long next;

    /** @param number of the hamlet in the province, from 0 on: the same in any size of the demo */
    Ids(Dice dice, int number) {
        this.dice = dice;
        this.next = BASE + number * ROOM;
    }

    UUID next() {
        long high = (next++ << 16) | 0x7000 | (dice.bits() & 0xfff);
        long low = (dice.bits() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
