package vn.toso.domain.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.toso.domain.id.AreaId;

/**
 * What a phone is to hold, in a few bytes, so that it can tell whether it holds all of it.
 *
 * @param visitsSince visits count from this moment on
 * @param hamlets those in which there is something
 */
public record Digest(Instant visitsSince, List<OfHamlet> hamlets) {

    /** @param kinds by the kind's word; a kind without documents is left out */
    public record OfHamlet(AreaId hamletId, Map<String, Sum> kinds) {}

    /**
     * How many documents, and the sum modulo 2^64 of what stands for each of them: it needs no order, and a change costs
     * one subtraction and one addition.
     */
    public record Sum(long count, long checksum) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(count + other.count, checksum + other.checksum);
        }

        Sum plus(UUID id, long version) {
            return new Sum(count + 1, checksum + hash(id, version));
        }
    }

    /** Three rounds of mixing over the id's two halves and the version. */
    static long hash(UUID id, long version) {
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
