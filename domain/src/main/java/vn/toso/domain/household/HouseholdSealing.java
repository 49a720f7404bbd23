package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.text.Search;
import vn.toso.domain.vault.Sealing;
import vn.toso.domain.vault.Vault;

/**
 * What of a household lies sealed in the database, and the marks by which it is found all the same: one for every
 * beginning of every folded word of its names, one for the birth year of each resident. The same word has another mark
 * in another hamlet, so that counting marks tells little of the names in a stolen database.
 */
final class HouseholdSealing {

    static final String COLLECTION = "households";

    /** Words of a search, and beginnings of a word, are told apart up to here; what is longer is looked at when read. */
    static final int LONGEST_BEGINNING = 12;

    /** What lists are sorted and ranked by; read without the rest. */
    static final String LISTING = "listing";

    static final Sealing SEALING = Sealing.of(
                    COLLECTION,
                    "headName",
                    "addressNote",
                    "phones",
                    "location",
                    "asRegistered",
                    "residents.name",
                    "residents.birthYear",
                    "residents.relation",
                    "residents.asRegistered",
                    "residents.consents.representative")
            .and(LISTING, "sortKey", "words")
            .marking(HouseholdSealing::mark);

    private static final String MARKS = "marks";
    private static final String BORN = "born";

    private HouseholdSealing() {}

    private static void mark(BsonDocument household, Vault vault) {
        String hamlet = household.getBinary("hamletId").asUuid().toString();
        Set<String> beginnings = new TreeSet<>();
        for (BsonValue word : household.getArray("words", new BsonArray())) {
            beginningsOf(word.asString().getValue()).forEach(beginnings::add);
        }
        household.put(
                MARKS,
                new BsonArray(beginnings.stream()
                        .map(beginning -> new BsonInt64(vault.mark(hamlet, beginning)))
                        .toList()));
        for (BsonValue resident : household.getArray("residents", new BsonArray())) {
            markBirth(resident.asDocument(), hamlet, vault);
        }
    }

    private static void markBirth(BsonDocument resident, String hamlet, Vault vault) {
        BsonValue year = resident.get("birthYear");
        if (year == null || !year.isNumber()) {
            resident.remove(BORN);
        } else {
            resident.put(
                    BORN,
                    new BsonInt64(vault.mark(hamlet, bornIn(year.asNumber().intValue()))));
        }
    }

    /** Those with exact accents are compared when read. */
    private static Stream<String> beginningsOf(String word) {
        return word.startsWith(Search.EXACT)
                ? Stream.empty()
                : IntStream.rangeClosed(1, Math.min(word.length(), LONGEST_BEGINNING))
                        .mapToObj(length -> word.substring(0, length));
    }

    private static String bornIn(int year) {
        return "born " + year;
    }

    /** Households of these hamlets in whose names each word begins a word; perhaps some more. */
    static Bson found(Vault vault, Collection<AreaId> hamlets, Search search) {
        List<Bson> parts = new ArrayList<>();
        for (String word : search.folded()) {
            String beginning = word.substring(0, Math.min(word.length(), LONGEST_BEGINNING));
            parts.add(in(MARKS, marks(vault, hamlets, Stream.of(beginning))));
        }
        return and(parts);
    }

    /** Residents of this hamlet who were born in that year or before. */
    static Bson bornBy(Vault vault, AreaId hamlet, int year) {
        Stream<String> years =
                IntStream.rangeClosed(ResidentForm.EARLIEST_BIRTH, year).mapToObj(HouseholdSealing::bornIn);
        return in(BORN, marks(vault, List.of(hamlet), years));
    }

    private static List<Long> marks(Vault vault, Collection<AreaId> hamlets, Stream<String> words) {
        List<String> all = words.toList();
        return hamlets.stream()
                .map(hamlet -> hamlet.value().toString())
                .flatMap(hamlet -> all.stream().flatMap(word -> vault.marks(hamlet, word).stream()))
                .toList();
    }
}
