package vn.toso.domain.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Vietnamese;

/**
 * A unit of the dated tree.
 *
 * @param code official code as text; no key, since codes are used again; null for hamlets and oversight areas
 * @param name without the word of its type
 * @param parents the edges upward, at most one on any day
 * @param validFrom first day
 * @param validTo first day on which it is gone; null while it stands
 * @param mergedInto what took it in, when it is gone
 * @param hamletFacts what is known of a hamlet; null for every other level
 * @param source what the row rests on: {@code reference}, {@code operator}, or {@code generated} for demo data
 * @param words what it is found by: {@code Vietnamese.searchWords} of the name
 */
public record Area(
        @BsonId AreaId id,
        Revision revision,
        AreaLevel level,
        @Nullable String code,
        String name,
        AreaType type,
        List<ParentEdge> parents,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable AreaId mergedInto,
        @Nullable HamletFacts hamletFacts,
        String source,
        List<String> words)
        implements Versioned<Area> {

    /** The source of what somebody wrote by hand; an upgrade of the reference data leaves it alone. */
    public static final String BY_OPERATOR = "operator";

    /**
     * What only a hamlet has.
     *
     * @param hasMobileBroadband null when nobody said
     * @param languages the languages that its visitors need
     * @param householdsDeclared the hamlet head's count; null when nobody said (missing is never 0)
     */
    public record HamletFacts(
            @Nullable Boolean hasMobileBroadband,
            List<Language> languages,
            @Nullable Integer householdsDeclared) {}

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    public Optional<AreaId> parentOn(LocalDate day) {
        return parents.stream()
                .filter(edge -> edge.holdsOn(day))
                .map(ParentEdge::areaId)
                .findFirst();
    }

    /** The name as people say it: the type's word, then the name. */
    public String fullName() {
        return type.word() + " " + name;
    }

    /** The same area as somebody corrected it by hand. */
    Area saying(AreaForm form) {
        String said = Objects.requireNonNull(form.name());
        return new Area(
                id,
                revision,
                level,
                code,
                said,
                Objects.requireNonNull(form.type()),
                parents,
                validFrom,
                validTo,
                mergedInto,
                form.facts(level),
                BY_OPERATOR,
                Vietnamese.searchWords(List.of(said)));
    }

    Area identified(AreaId by) {
        return new Area(
                by,
                revision,
                level,
                code,
                name,
                type,
                parents,
                validFrom,
                validTo,
                mergedInto,
                hamletFacts,
                source,
                words);
    }

    @Override
    public AreaId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return level == AreaLevel.HAMLET ? id : null;
    }

    @Override
    public Area revised(Revision next) {
        return new Area(
                id, next, level, code, name, type, parents, validFrom, validTo, mergedInto, hamletFacts, source, words);
    }
}
