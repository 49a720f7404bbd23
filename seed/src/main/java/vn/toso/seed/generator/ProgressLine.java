package vn.toso.seed.generator;

import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every few seconds how far a long load has come, how fast it goes and how long it will take. */
final class ProgressLine {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressLine.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final long began = System.nanoTime();
    private final int all;
    private final int before;
    private long toldAt = began;
    private long documents;

    /** @param before how many of all were there when this run began */
    ProgressLine(int all, int before) {
        this.all = all;
        this.before = before;
    }

    synchronized void add(int written) {
        documents += written;
    }

    synchronized void hamletsDone(int done) {
        long now = System.nanoTime();
        if (now - toldAt >= EVERY.toNanos() && done < all) {
            toldAt = now;
            LOG.info(line(done, (now - began) / 1e9));
        }
    }

    private String line(int done, double seconds) {
        double left = seconds / Math.max(1, done - before) * (all - done);
        return String.format(
                Locale.ROOT,
                "Demo data: %,d of %,d hamlets (%d %%), %,d documents at %,.0f/s, about %s left",
                done,
                all,
                100L * done / all,
                documents,
                documents / seconds,
                left < 90 ? Math.round(left) + " s" : Math.round(left / 60) + " min");
    }

    /** How many documents this run wrote, and in how many seconds. */
    synchronized String summary() {
        return String.format(Locale.ROOT, "%,d documents in %.1f s", documents, (System.nanoTime() - began) / 1e9);
    }
}
