package vn.toso.seed.phone;

import java.util.UUID;

/**
 * What a digest adds up: 64 bits of a document's id and version. The checksum of many documents is the sum of theirs
 * modulo 2^64, so that it needs no order and a change costs one subtraction and one addition.
 */
final class Checksum {

    private Checksum() {}

    /** Three rounds of the mixing function of SplitMix64 over the id's two halves and the version. */
    static long of(UUID id, long version) {
        long hash = mixed(id.getMostSignificantBits());
        hash = mixed(hash ^ id.getLeastSignificantBits());
        return mixed(hash ^ version);
    }

    /** The bijection at the end of SplitMix64 (Steele, Lea, Flood 2014), with the constants of its reference. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
