package vn.toso.seed.generator;

import java.time.LocalDate;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * How far the demo data of a store has come: what makes a load resumable and a later start quick. Public for the codec.
 *
 * @param size name of the {@link DemoSize}
 * @param day the day from which the three months count back; a load that goes on later keeps it
 * @param hamlets how many hamlets, in the plan's order, are complete
 * @param complete whether everything is there
 */
public record DemoMark(@BsonId String id, String size, long seed, LocalDate day, int hamlets, boolean complete) {

    static final String ID = "demo";

    static DemoMark begun(DemoSize size, long seed, LocalDate day) {
        return new DemoMark(ID, size.name(), seed, day, 0, false);
    }

    boolean isOf(DemoSize other, long otherSeed) {
        return size.equals(other.name()) && seed == otherSeed;
    }

    String told() {
        return size.toLowerCase(Locale.ROOT) + ", seed " + seed + ", three months up to " + day;
    }
}
