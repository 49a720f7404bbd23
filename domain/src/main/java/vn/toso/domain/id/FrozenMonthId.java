package vn.toso.domain.id;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;

/** Identifies the frozen figures of one hamlet and month: follows from both, so that they are frozen once. */
public record FrozenMonthId(UUID value) implements Id {

    public static FrozenMonthId of(AreaId hamlet, YearMonth month) {
        String about = "frozen-month:" + hamlet + ":" + month;
        return new FrozenMonthId(UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
