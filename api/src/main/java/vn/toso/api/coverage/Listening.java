package vn.toso.api.coverage;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at the other end of a stream. What is written next is decided when the connection has room for it, so that who
 * is slow gets the latest and nothing piles up.
 */
final class Listening {

    private final @Nullable String seen;
    private @Nullable Frame latest;
    private long sent;

    /** @param seen the id of the last event that they have; null for none */
    Listening(@Nullable String seen) {
        this.seen = seen;
    }

    synchronized void heard(Frame frame) {
        latest = frame;
    }

    /** What to write now; null when everything is written. */
    synchronized byte @Nullable [] next() {
        Frame frame = latest;
        if (frame == null || frame.number() == sent) {
            return null;
        }
        byte[] bytes = sent == 0 ? frame.first(seen) : frame.after(sent);
        sent = frame.number();
        return bytes;
    }
}
