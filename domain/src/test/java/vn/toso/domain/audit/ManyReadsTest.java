package vn.toso.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.audit.AuditWorld.LAN;
import static vn.toso.domain.audit.AuditWorld.OFFICER;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toso.domain.world.MovingClock;

/** Who is shown more households than anybody needs for the work is noticed. */
class ManyReadsTest {

    private final MovingClock clock = new MovingClock();

    @Test
    void somebody_who_is_shown_very_many_households_is_noticed_once() {
        ManyReads reads = new ManyReads(clock);
        AuditSettings settings = AuditSettings.SHIPPED.saying(730, 10, 60);
        List<UUID> some = IntStream.range(0, 6).mapToObj(i -> UUID.randomUUID()).toList();

        assertThat(reads.isAlarming(LAN.memberId(), some, settings)).isFalse();
        assertThat(reads.isAlarming(LAN.memberId(), some, settings)).isFalse();
        List<UUID> more = IntStream.range(0, 6).mapToObj(i -> UUID.randomUUID()).toList();
        assertThat(reads.isAlarming(OFFICER.memberId(), more, settings)).isFalse();
        assertThat(reads.isAlarming(LAN.memberId(), more, settings)).isTrue();
        assertThat(reads.isAlarming(LAN.memberId(), some, settings)).isFalse();
        clock.advance(Duration.ofMinutes(61));
        assertThat(reads.isAlarming(LAN.memberId(), some, settings)).isFalse();
    }
}
