package vn.toso.domain.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;

/** In which hamlet a household lived, and when: {@code from} the first day, {@code to} the first day away, null while it stays. */
public record Stay(
        AreaId hamletId, LocalDate from, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
