package vn.toso.domain.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.toso.domain.area.Days;

/** A clock that stands until the test moves it; it starts at {@link TestWorld#NOW}. */
public final class MovingClock extends Clock {

    private volatile Instant now = TestWorld.NOW;

    public void set(Instant moment) {
        now = moment;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Days.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
