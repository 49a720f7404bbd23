package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.text.Search;
import vn.toso.domain.vault.DamagedSeal;
import vn.toso.domain.vault.UnknownKey;
import vn.toso.domain.vault.Vault;

/**
 * Lists households by the head's given name, page by page; in a search those with the exact accents first. What they are
 * sorted by is sealed, so that the database cannot sort them: of all that a leader may ask for, some thousand, the line
 * of each is read, and of a page the households. A page is found by where the last one ended, so what is added meanwhile
 * shifts nothing.
 */
final class HouseholdList {

    private static final int BATCH = 2_000;
    private static final String TOKEN = "page of households";

    /** A household as lists are sorted and ranked. */
    public record Line(
            @BsonId HouseholdId id,
            @Nullable String sortKey,
            @Nullable List<String> words) {

        boolean isFoundBy(Search search) {
            return search.isForEverything() || search.finds(Objects.requireNonNullElse(words, List.of()));
        }

        Place placeIn(Search search) {
            boolean exact =
                    search.isForEverything() || search.findsExactly(Objects.requireNonNullElse(words, List.of()));
            return new Place(exact ? 0 : 1, Objects.requireNonNullElse(sortKey, ""), id.toString(), id);
        }
    }

    /** Where a household stands in a list. */
    private record Place(
            int rank, String sortKey, String tie, @Nullable HouseholdId id) {

        static final Comparator<Place> ORDER = Comparator.comparingInt(Place::rank)
                .thenComparing(Place::sortKey)
                .thenComparing(Place::tie);
    }

    private final MongoCollection<Household> households;
    private final MongoCollection<Line> lines;
    private final Vault vault;

    HouseholdList(MongoCollection<Household> households, Vault vault) {
        this.households = households;
        this.lines = households.withDocumentClass(Line.class);
        this.vault = vault;
    }

    /**
     * @param asked what the caller may see and asked for, the search by marks among it
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    Mono<Page<Household>> page(Bson asked, Search search, int limit, @Nullable String after) {
        return Mono.defer(() -> {
            PageToken.checkLimit(limit);
            Place start = after == null ? null : placeOf(after);
            return Flux.from(statement(asked))
                    .collectList()
                    .map(found -> oneMore(found, search, start, limit))
                    .flatMap(places -> read(asked, Page.of(places, limit, this::token)));
        });
    }

    private static List<Place> oneMore(List<Line> found, Search search, @Nullable Place start, int limit) {
        return found.stream()
                .filter(line -> line.isFoundBy(search))
                .map(line -> line.placeIn(search))
                .filter(place -> start == null || Place.ORDER.compare(place, start) > 0)
                .sorted(Place.ORDER)
                .limit(limit + 1L)
                .toList();
    }

    FindPublisher<Line> statement(Bson asked) {
        return lines.find(asked)
                .projection(include(HouseholdSealing.LISTING, "sortKey", "words"))
                .batchSize(BATCH);
    }

    /** Who left meanwhile is left out. */
    private Mono<Page<Household>> read(Bson asked, Page<Place> places) {
        List<HouseholdId> ids =
                places.items().stream().map(Place::id).filter(Objects::nonNull).toList();
        return ids.isEmpty()
                ? Mono.just(new Page<>(List.of(), null))
                : Flux.from(households.find(and(in("_id", ids), asked)).batchSize(ids.size() + 1))
                        .collectMap(Household::id)
                        .map(found -> new Page<>(inOrder(ids, found), places.next()));
    }

    private static List<Household> inOrder(List<HouseholdId> ids, Map<HouseholdId, Household> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Sealed, since tokens stand in addresses, and those in logs. */
    private String token(Place last) {
        String sealed = vault.seal(last.sortKey().getBytes(StandardCharsets.UTF_8), TOKEN);
        return PageToken.of(last.rank(), sealed, last.tie());
    }

    private Place placeOf(String token) {
        List<String> parts = PageToken.parts(token, 3);
        try {
            String sortKey = new String(vault.unseal(parts.get(1), TOKEN), StandardCharsets.UTF_8);
            return new Place(parts.get(0).equals("0") ? 0 : 1, sortKey, parts.get(2), null);
        } catch (DamagedSeal | UnknownKey notOurs) {
            throw PageToken.foreign();
        }
    }
}
