package vn.toso.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;

class CodecsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Store store;

    public enum Connectivity {
        NONE,
        FIBRE
    }

    public record Person(
            ResidentId id, String name, @Nullable Integer birthYear) {}

    public record Home(
            @BsonId HouseholdId id,
            AreaId hamletId,
            @Nullable MemberId seenBy,
            OffsetDateTime occurredAt,
            Instant receivedAt,
            LocalDate due,
            Connectivity connectivity,
            Set<Connectivity> wanted,
            List<Person> residents,
            Map<String, List<Integer>> services,
            @Nullable String note,
            boolean visited,
            double share) {}

    @BeforeAll
    static void open() {
        store = TestStore.open("codecs");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Home home(HouseholdId id, @Nullable String note, @Nullable MemberId seenBy) {
        return new Home(
                id,
                new AreaId(UUID.randomUUID()),
                seenBy,
                OffsetDateTime.parse("2026-02-03T19:04:05.123+07:00"),
                Instant.parse("2026-02-03T12:04:06.789Z"),
                LocalDate.parse("2026-02-28"),
                Connectivity.FIBRE,
                Set.of(Connectivity.NONE, Connectivity.FIBRE),
                List.of(
                        new Person(new ResidentId(UUID.randomUUID()), "Vi Thị Ơn", 1990),
                        new Person(new ResidentId(UUID.randomUUID()), "Lô Văn Nghĩa", null)),
                Map.of("VNEID_2", List.of(1, 2), "PAY_ACC", List.of()),
                note,
                true,
                0.757);
    }

    private static MongoCollection<Home> homes() {
        return store.collection("homes", Home.class);
    }

    @Test
    void a_record_comes_back_as_it_went_with_its_nulls_lists_maps_sets_enums_and_times() {
        Home full = home(new HouseholdId(UUID.randomUUID()), "Nhà sàn, cuối bản", new MemberId(UUID.randomUUID()));
        Home bare = home(new HouseholdId(UUID.randomUUID()), null, null);
        Mono.from(homes().insertMany(List.of(full, bare))).block(SOON);

        assertThat(get(full.id())).isEqualTo(full);
        assertThat(get(bare.id())).isEqualTo(bare);
    }

    @Test
    void an_id_is_a_uuid_of_subtype_4_and_found_as_itself_or_as_its_uuid() {
        Home home = home(new HouseholdId(UUID.randomUUID()), null, null);
        Mono.from(homes().insertOne(home)).block(SOON);

        BsonDocument raw = Mono.from(store.collection("homes", BsonDocument.class)
                        .find(Filters.eq("_id", home.id().value())))
                .block(SOON);
        assertThat(raw.getBinary("_id").getType()).isEqualTo(BsonBinarySubType.UUID_STANDARD.getValue());
        assertThat(raw.getBinary("_id").asUuid()).isEqualTo(home.id().value());
        assertThat(raw.getBinary("hamletId").asUuid()).isEqualTo(home.hamletId().value());
        assertThat(Flux.from(homes().find(Filters.in("hamletId", home.hamletId())))
                        .collectList()
                        .block(SOON))
                .containsExactly(home);
    }

    @Test
    void a_time_with_an_offset_keeps_the_offset() {
        Home home = home(new HouseholdId(UUID.randomUUID()), null, null);
        Mono.from(homes().insertOne(home)).block(SOON);

        BsonDocument raw = Mono.from(
                        store.collection("homes", BsonDocument.class).find(Filters.eq("_id", home.id())))
                .block(SOON);
        assertThat(raw.getString("occurredAt").getValue()).isEqualTo("2026-02-03T19:04:05.123+07:00");
        assertThat(raw.getDateTime("receivedAt").getValue())
                .isEqualTo(home.receivedAt().toEpochMilli());
    }

    private static @Nullable Home get(HouseholdId id) {
        return Optional.ofNullable(
                        Mono.from(homes().find(Filters.eq("_id", id))).block(SOON))
                .orElse(null);
    }
}
