package vn.toso.domain.privacy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.text.Wording;

/** What people may say of a breach; as in {@link Breach}. */
public record BreachForm(
        @Nullable String what,
        List<String> data,
        @Nullable Long affected,
        @Nullable AreaId areaId,
        @Nullable String measures,
        @Nullable Instant authorityToldAt,
        @Nullable Instant peopleToldAt,
        @Nullable String whyLate,
        boolean closed) {

    private static final int LONGEST = 2_000;
    private static final int MOST_DATA = 20;
    private static final int LONGEST_DATA = 60;

    public BreachForm {
        data = List.copyOf(data);
    }

    /** What is said of a breach now: what a change starts from. */
    public static BreachForm of(Breach breach) {
        return new BreachForm(
                breach.what(),
                breach.data(),
                breach.affected(),
                breach.areaId(),
                breach.measures(),
                breach.authorityToldAt(),
                breach.peopleToldAt(),
                breach.whyLate(),
                breach.closedAt() != null);
    }

    /** The form as it is kept, with what is wrong noted. */
    BreachForm checked(Instant detectedAt, Instant now, FieldErrors errors) {
        String said = Wording.text(what, "/what", LONGEST, errors);
        errors.require(said, "/what");
        errors.check(affected == null || affected >= 0, "/affected", "range", 0, Long.MAX_VALUE);
        checkTime(stored(authorityToldAt), "/authorityToldAt", detectedAt, now, errors);
        checkTime(stored(peopleToldAt), "/peopleToldAt", detectedAt, now, errors);
        String late = Wording.text(whyLate, "/whyLate", LONGEST, errors);
        boolean inTime = authorityToldAt == null || !authorityToldAt.isAfter(detectedAt.plus(Breach.TERM));
        errors.check(inTime || late != null, "/whyLate", "required");
        errors.check(!closed || authorityToldAt != null, "/authorityToldAt", "required");
        return new BreachForm(
                said,
                kinds(errors),
                affected,
                areaId,
                Wording.text(measures, "/measures", LONGEST, errors),
                stored(authorityToldAt),
                stored(peopleToldAt),
                late,
                closed);
    }

    /** As a database keeps it: in milliseconds. */
    private static @Nullable Instant stored(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
    }

    private List<String> kinds(FieldErrors errors) {
        errors.check(!data.isEmpty() && data.size() <= MOST_DATA, "/data", "size", 1, MOST_DATA);
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < Math.min(data.size(), MOST_DATA); i++) {
            String kind = Wording.text(data.get(i), "/data/" + i, LONGEST_DATA, errors);
            errors.require(kind, "/data/" + i);
            kinds.add(kind == null ? "" : kind);
        }
        return kinds;
    }

    private static void checkTime(
            @Nullable Instant at, String pointer, Instant detectedAt, Instant now, FieldErrors errors) {
        errors.check(at == null || !at.isBefore(detectedAt), pointer, "before-detection");
        errors.check(at == null || !at.isAfter(now), pointer, "in-the-future");
    }
}
