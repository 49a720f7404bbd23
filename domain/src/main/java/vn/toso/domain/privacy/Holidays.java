package vn.toso.domain.privacy;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.storage.Store;

/** The holidays that the province entered, and every statement about them. */
public final class Holidays {

    private static final int EARLIEST = 2026;
    private static final int LATEST = 2100;
    private static final int MOST = 60;

    private final MongoCollection<YearOfHolidays> years;

    public Holidays(Store store) {
        this.years = store.collection("holidays", YearOfHolidays.class);
    }

    /** Working days by what was entered until now. */
    public Mono<WorkingDays> workingDays() {
        return Flux.from(years.find()).collectMap(YearOfHolidays::year).map(WorkingDays::new);
    }

    /** What was entered for a year; nothing for none. */
    public Mono<YearOfHolidays> of(Actor actor, int year) {
        return Mono.fromRunnable(() -> actor.require(Permission.RECEIVE_DATA_REQUESTS))
                .then(Mono.from(years.find(eq("_id", year)).first()))
                .defaultIfEmpty(new YearOfHolidays(year, Set.of(), Set.of()));
    }

    /** Enters a year in the place of what was entered before. {@code invalid} for a day of another year. */
    public Mono<YearOfHolidays> enter(Actor actor, YearOfHolidays year) {
        return Mono.fromRunnable(() -> check(actor, year))
                .then(Mono.from(years.replaceOne(eq("_id", year.year()), year, new ReplaceOptions().upsert(true))))
                .thenReturn(year);
    }

    private static void check(Actor actor, YearOfHolidays year) {
        actor.require(Permission.EDIT_PRIVACY_RULES);
        FieldErrors errors = new FieldErrors();
        boolean near = year.year() >= EARLIEST && year.year() <= LATEST;
        errors.check(near, "/year", "range", EARLIEST, LATEST);
        checkDays(year.off(), year.year(), "/off", errors);
        checkDays(year.worked(), year.year(), "/worked", errors);
        errors.check(year.off().stream().noneMatch(year.worked()::contains), "/worked", "duplicate");
        errors.throwIfAny();
    }

    private static void checkDays(Set<LocalDate> days, int year, String pointer, FieldErrors errors) {
        errors.check(days.size() <= MOST, pointer, "too-many", MOST);
        boolean within = days.stream().allMatch(day -> day.getYear() == year);
        errors.check(within, pointer, "range", year + "-01-01", year + "-12-31");
    }
}
