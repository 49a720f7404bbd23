package vn.toso.domain.privacy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What the province decided about a year's holidays.
 *
 * @param off further days off: Tết, the Hùng Kings, the day beside 2 September, swapped days
 * @param worked days of work that would be off: swapped Saturdays
 */
public record YearOfHolidays(@BsonId int year, Set<LocalDate> off, Set<LocalDate> worked) {

    public YearOfHolidays {
        off = Collections.unmodifiableSet(new TreeSet<>(off));
        worked = Collections.unmodifiableSet(new TreeSet<>(worked));
    }
}
