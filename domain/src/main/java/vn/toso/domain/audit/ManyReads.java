package vn.toso.domain.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.toso.domain.id.MemberId;

/**
 * Notices who is shown very many households in a short time. Each node counts for itself: whoever spreads the reading over n
 * nodes is noticed later, at n times as many.
 */
public final class ManyReads {

    private static final int MOST_MEMBERS = 50_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final class Reads {
        private Instant since;
        private final Set<UUID> households = new HashSet<>();
        private boolean told;

        Reads(Instant since) {
            this.since = since;
        }
    }

    private final Clock clock;
    private final Cache<MemberId, Reads> byMember = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumSize(MOST_MEMBERS)
            .build();

    public ManyReads(Clock clock) {
        this.clock = clock;
    }

    /** Counts what somebody was shown; true once a while for somebody who passes the limit. */
    public boolean isAlarming(MemberId member, Collection<UUID> households, AuditSettings settings) {
        Reads reads = byMember.get(member, unknown -> new Reads(clock.instant()));
        synchronized (reads) {
            Instant now = clock.instant();
            if (now.isAfter(reads.since.plus(settings.within()))) {
                reads.since = now;
                reads.households.clear();
                reads.told = false;
            }
            if (reads.told) {
                return false;
            }
            reads.households.addAll(households);
            reads.told = reads.households.size() > settings.manyHouseholds();
            if (reads.told) {
                reads.households.clear();
            }
            return reads.told;
        }
    }
}
